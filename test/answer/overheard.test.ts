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
what's the difference between 200 and 204?
400 vs 422 for validation?
what does a 409 mean?
hey, what is http 418
should I use 301 or 308 for a permanent redirect?
why do we get 504 from the load balancer?
which status code for a missing api key?
what status code do you return when the record is already deleted?
can a 204 response have a body?
401 vs 403, which one for a missing role?
is 302 cacheable?
does a 401 need a WWW-Authenticate header?
what is http status 207
anyone know the difference between 502 and 503?
is 404 or 403 better for private repos?
how should a client handle a 429 response?
should POST return 200 or 201?
422 or 400 for a missing field?
what does PATCH return
why does cloudflare return 524?
what's a 421 misdirected request
can someone explain 307 vs 308
what is the http code for rate limiting?
301 or 302 for http to https?
difference between 404 and 410
what does "bad gateway" mean?
does googlebot follow a 308 redirect?
when would an API return 202?
do browsers cache 410 responses?
why is fetch giving me a 405?
`;

const CHATTER = `
404 Main Street
We keep getting 502s on staging, anyone looking?
anyone else seeing 503s from the payments api?
lots of 429s from github today, is it just me?
why is prod returning 500s?
getting a ton of 404s after the deploy, any idea?
hey who broke staging, it throws 500
can someone restart the gateway, 504 all over
is the 502 fixed?
did we fix the 401 issue?
should we retry on 503?
what was the fix for the 413 last week?
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
my flight is UA 404 from gate 12
anyone driving down the 405 tonight?
is the 405 jammed again?
we are 200 people at the offsite, or 201 with Bob
the cable is 500 m long
can the truck carry 500 kilos?
bus 304 or bus 307?
got 429 likes on that post
ticket 422 vs ticket 400, which first?
can you merge 412 and 413 please
#401 is a duplicate of #403
is 301 the right office?
what was question 404 on the exam?
area code 415 or 510?
I bought the 501s, not the 505s
he ran the 400 in 50 seconds
the 200 or the 400 meters?
swimming 200 or 400?
does the oven go to 500?
500 or 600 calories per meal?
why 403b and not roth?
anyone got change for 500?
is invoice 410 paid?
the temperature hit 304 kelvin
windows error 0x80070005, any idea?
what does error 404x in the dishwasher mean
the printer says error 502, anyone know?
my washing machine shows error 503, any idea?
the car shows code 420, what does that mean?
p0420 code on my car, what is it?
can i park in lot 403?
hotel room 502 has no towels
why is row 404 red in the sheet?
what is in column 200?
chapter 301 vs 302 of the book?
psalm 104 or 103?
take exit 410 or 411?
version 200 or 201 of the firmware?
we hit 500 stars on github
500 followers, thanks all
is 503 still your extension?
dial 9 then 404
the 2:04 or the 4:04 train?
why did we lose 429 customers?
do we ship 200 units or 300?
409 cleaner or bleach?
formula 409 vs bleach for the kitchen?
forbidden planet or gone girl tonight?
no content for the newsletter yet
the conflict in the calendar is resolved
payment required before friday for the trip
i was unauthorized to enter the building
is the gym locked?
what is the difference between tea and coffee
is the door locked or open?
should i accept or decline the offer?
continue or stop here?
wtf happened at the meeting
why is the bad gateway song stuck in my head
does 500 sound fair for the bike?
is 201 lbs too much?
what does 302 Oak Street look like?
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
