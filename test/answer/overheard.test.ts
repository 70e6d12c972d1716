/** When the bot speaks although nobody asked it. Every line was written before it was tried. */
import { describe, expect, test } from "vitest";
import { mayBeUnmistakable } from "../../src/answer/may-be-unmistakable.js";
import { createUnderstand } from "../../src/answer/understand.js";
import { catalog } from "../catalog.js";

const understand = createUnderstand(catalog);

const UNMISTAKABLE = `
what's 401 vs 403?
401 vs 403
whats the difference between 301 and 302
difference between 502 and 504?
502 or 504 when the upstream times out?
should this be a 400 or a 422?
is it 404 or 410 for deleted posts?
do I return 200 or 204 from a DELETE endpoint?
401 or 403 for an expired token?
307 vs 308, which one keeps the method?
hey folks, 409 vs 412?
anyone know what http 499 is?
what does 502 mean
what is a 418
whats a 429 again?
wtf is a 511
can someone explain 304?
can anybody tell me what 424 means
what does error 503 mean?
what does HTTP 451 stand for
why am I getting a 415 from the upload endpoint?
why does nginx return 413?
why do I get a 401 when the token is valid?
how do I fix a 502 from nginx?
is a 301 cached by the browser?
does 204 allow a response body?
can a 304 have a body?
is it safe to retry a 503?
does a 405 need an Allow header?
how long should clients wait after a 429 without retry-after?
what does 'too many requests' mean?
what status code should I return when the email already exists?
which http status code for validation errors?
what should POST return when it creates a resource?
our api responds with 520, what does that mean?
cloudflare gives us a 522, any idea what that is?
what's the difference between 4xx and 5xx?
what does 5xx mean?
unauthorized vs forbidden?
not found vs gone, which one?
`;

const CHATTER = `
404 Main Street
I live at 500 Elm Avenue
PR #502 is ready for review
issue 404 is closed, right?
can you look at #403?
I have 200 unread emails
sold 503 tickets so far!
it was $429 on sale
the S&P 500 is up again
is the S&P 500 up?
build 503 failed
why did build 502 fail?
what is build 404 about?
took 404 ms
the query took 503 ms, is that normal?
why does it take 500 ms?
what is a 401k match
is the 401(k) deadline today?
403(b) or 401(k)?
room 404 or room 403?
im outside room 403 can someone let me in
is room 502 free?
call me on 555-0404
what's the area code 415 again?
who flies UA 429 tomorrow?
is flight 301 delayed?
the 301 bus is late again
should we take the 301 or the 302?
do you take bus 502 or 504?
we won 403 to 401
did they score 200 or 201?
exit code 404? weird
what does exit code 137 mean
mysql error 1045, anyone?
what is error 1064 in mysql?
550 mailbox unavailable, what does that mean
smtp 421 or 450?
ftp says 530, why?
is port 443 open on that box
why is port 500 blocked?
does it run on 8080 or 443?
version 4.0.4 or 5.0.2?
is node 20.19 enough?
meet at 4:04 or 5:02?
see you at 503
can you do 400 or 500 copies?
do we need 200 or 300 chairs?
is 200 enough?
how about 500?
how many? 404?
why 300?
200 ok
200 or 300 people came?
the recipe says 200 degrees for 30 min
is it 200 or 220 degrees?
what is 200 plus 204?
what is 502 divided by 2?
500 errors in the log today
we had 404 visitors, what happened?
RFC 2616 is obsolete btw
should I read RFC 723 or 911?
chapter 403 or 404 for homework?
gone for lunch, back at 1
forbidden love, accepted invitation, found my keys
not found my keys yet, conflict at home
who created the ticket? ok, continue
I get 429 dollars back, nice
what about the BMW 418 or the 420?
is the Boeing 707 or the 747 bigger?
peugeot 308 vs golf?
the 308 or the 407, which peugeot do you like?
levi's 501 or 505?
which levis, 501 vs 505?
order 502 has shipped, does it include the cable?
invoice 404 or 405?
is ticket 503 yours?
line 404 or line 405 is wrong
what does line 422 do?
page 404 or 405?
why is paragraph 402 missing?
can someone water the plants
anyone have a regex for phone numbers
`;

const lines = (block: string) => block.trim().split("\n");

describe("overheard, the bot", () => {
  test.each(lines(UNMISTAKABLE))("answers %j", (text) => {
    expect(understand(text).isUnmistakable()).toBe(true);
  });

  test.each(lines(UNMISTAKABLE))("takes a closer look at %j", (text) => {
    expect(mayBeUnmistakable(text)).toBe(true);
  });

  test.each(["the deploy went fine", "lunch at the usual place", "thanks a lot", "LGTM, ship it"])(
    "does not even read %j",
    (text) => {
      expect(mayBeUnmistakable(text)).toBe(false);
    },
  );

  test.each(lines(CHATTER))("stays silent at %j", (text) => {
    expect(understand(text).isUnmistakable()).toBe(false);
  });
});
