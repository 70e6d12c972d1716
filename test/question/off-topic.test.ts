/** Remarks about anything else, addressed to the bot by mistake or for fun. Every line was written before it was tried. */
import { describe, expect, test } from "vitest";
import { createQuestionParser } from "../../src/question/parse-question.js";
import { catalog } from "../catalog.js";

const parser = createQuestionParser(catalog);

const REMARKS = `
my cat is asleep
whats for lunch
the deploy was fine
can you book a room
where did i park the car
who has the keys to the office
happy birthday anna
the coffee machine is broken again
i will be late tomorrow
can someone review my pull request
is it raining in berlin
the new chairs are really comfortable
what time is the standup
please add me to the calendar invite
lets meet after the holidays
did you see the match last night
my laptop is so slow today
how old is your dog
the printer is out of paper
thanks for the help yesterday
which movie should we watch tonight
i forgot my umbrella at home
does anybody want pizza
the elevator is stuck on the third floor
who wants to join the gym
we need more budget for marketing
my flight was cancelled
the sprint goes until friday
how do i write a for loop in python
how many vacation days do i have left
i created a new branch for the feature
where are the design files for the homepage
can you send me the invoice from march
the baby is sleeping finally
we sold the old car
what is the capital of france
translate hello to spanish
the customer was happy with the demo
i lost my badge
the meeting was moved to thursday
tell me a joke
is the office open on monday
who is on call this weekend
the game was delayed by two hours
she accepted the job offer
the parking lot is full
remind me to call mom
my phone battery died
he was banned from the pub
can we change the font on the slides
the train took forever this morning
nobody likes mondays
do you accept credit cards
what a beautiful day
the package has not arrived yet
how is your new job
the server at the restaurant was rude
i am hungry
please water the plants
good morning everyone
the weather is lovely today
who took my mug
can we push the meeting to three
my daughter starts school tomorrow
the new intern begins on monday
what is the best pizza place around here
i need a new keyboard
could you water my plant
does anybody know a good dentist
she is out sick today
please sign the birthday card
our team won the quiz night
the air conditioning is too cold
how long is the drive to munich
do we have any milk left
the fire alarm test is at noon
i will take the afternoon off
nice work on the presentation
the projector in the big room does not work
the door code has changed
who is coming to the party
my chair is squeaking
is there any cake left
we are hiring a designer
the client loved the mockups
remember to fill in your timesheets
the bus was late again
has anyone seen my charger
i am on holiday next week
what did you think of the talk
the release party was great
he left the company last month
parking is not allowed in front of the gate
can you share your screen
my internet is slow today
please update the wiki
i pushed the fix this morning
who reviewed the design document
the database course was interesting
happy new year to all of you
we should order more pens
the room is too small for us
my train was delayed
she moved to the paris office
you forgot your jacket
the dog ate my homework
are you free at four
the test went well
your parcel is at the front desk
the lights are still on
what a week
good job everyone
let me know when you are done
`;

describe("finds nothing in", () => {
  test.each(REMARKS.trim().split("\n"))("%j", (text) => {
    expect(parser.parse(text).question.kind).toBe("nothing");
  });
});
