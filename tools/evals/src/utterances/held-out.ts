import { heldOutRounds } from "./held-out-rounds.ts";
import { listSentences } from "./list-sentences.ts";

/** Written before the rules, never tuned for; `tuning.ts` is the working set. */
export const heldOut = {
	"held out: what a department does": listSentences(`
office | my printer keeps jamming | t101
office | I forgot my password and now I'm locked out | t101
office | the wifi is down on the third floor | t101 a
office | my laptop won't turn on | t101
office | I'd like to hand in an application | t102
office | how many vacation days do I have left | t102 i a
office | my paycheck is wrong | t102 a
office | can I get a couple of samples sent over | t103
office | we'd like to place a new order | t103
office | how much would five hundred units be | t103 i a
office | I've got a statement here that doesn't add up | t104
office | I paid that invoice last week but you keep sending reminders | t104
office | where do I send the check for my late payment | t104 i
office | the heating isn't working in our office | t105 t101 a
office | I lost my key to the front door | t105
office | I need a parking permit for a visitor | t105
office | my package never showed up | t106
office | the box arrived all smashed | t106 a
office | I want to send something back | t106
office | tracking says delivered but there's nothing here | t106
demo | my machine is making a horrible grinding noise | t102 a
demo | the coffee maker stopped working this morning | t102
demo | nothing comes out when I press the button | t102 a
demo | we're thinking of renting two machines for our office | t101
demo | what would it cost to rent one | i t101
demo | there's a charge on my card I don't recognize | t103
demo | can you resend last month's invoice | t103
demo | I was billed for a repair that never happened | t103 a t102
demo | it leaks all over the counter | t102 a
demo | when will my machine be fixed | t102 i a
demo | I'd like to become a customer | t101
demo | the grinder is stuck | t102
demo | we need a technician to come out | t102
demo | I want to talk about a refund | t103
`),
	"held out: names as they sound": listSentences(`
office | johnsmith | t103
office | jon smyth please | t103
office | mister okafor | t102
office | can I get shaun | t101
office | shawn murphy please | t101
office | is katherine in today | t102
office | kathryn okafor | t102
office | catherine oh kafor | t102 a
office | steve wright please | t106
office | stephen right | t106 a
office | I'd like miss raman | t104
office | preeya | t104 a
office | lupe please | t105
office | guadalupe ortiz | t105
office | marie du pont | t108 a
office | mary dupont please | t108 a
office | mr nguyen | t107
office | mister win | t107 a
office | twee nguyen | t107 a
office | seanmurphy | t101
office | john | t103
office | smith john | t103 a
office | ortiz | t105
office | is that shipping? I want steven | t106
office | jonathan smith | t103 a
office | Sean O'Brien | a
office | Peter Wright please | a
office | Catherine Miller | a
demo | jane smithe | t101
demo | janesmith please | t101
demo | sam lea | t102
demo | mister lee please | t102
demo | missus ruiz | t103
demo | anaruiz | t103
demo | miss smith if she's there | t101
demo | Sammy please | t102
demo | June Smith | a
demo | Bob Lee | a
`),
	"held out: a message in other words": listSentences(`
demo | can I leave him a note, Sam I mean | v102
demo | just let Jane know I called | v101
demo | put me to Ana's mailbox | v103
demo | could you pass something on to Sam | v102 a
demo | tell Jane I'll be late | v101
demo | I'd rather record something for billing | v103
demo | straight to Jane's voicemail please | v101
demo | please have Ana call me back | v103 a
demo | I want Sam to ring me back when he's free | v102 a t102
demo | ask Jane to call me | v101 a
demo | leave word for Ms Ruiz | v103
demo | can somebody take down a message for support | v102
demo | no need to put me through, just tell Ana the check is in the mail | v103
demo | I don't want to disturb her, can I leave Jane something | v101 t101
office | let Catherine know I'm sick today | v102
office | would you give John a message | v103
office | I'd like to drop a message in Steven's box | v106
office | could you take a note for Priya | v104
office | just the answering machine of Lupe please | v105
office | I want to leave a note | a
demo | let her know I called | a
demo | quiero dejarle un recado a Jane | v101
demo | dites à Sam que j'ai appelé | v102 a
demo | richten Sie Jane bitte aus, dass ich angerufen habe | v101 a
`),
	"held out: taking leave": listSentences(`
demo | oh never mind, I'll call back | g
demo | actually forget it, I'll try later | g
demo | you know what, I'll send an email instead | g a
demo | sales... no wait, never mind | g a
demo | no that's fine, I'll try again tomorrow | g
demo | never mind I found it | g
demo | I'll call back another time, bye | g
demo | sorry, wrong number | g
demo | don't bother, I'll come by | g a
demo | it's okay, I got it, thanks | g
demo | gotta go, talk later | g
demo | I changed my mind, goodbye | g
demo | ah scratch that, I'm good | g
demo | déjelo, llamo más tarde | g a
demo | laissez tomber, je rappellerai | g a
demo | schon gut, ich rufe später nochmal an | g a
office | never mind about the printer, it works again | g a
office | let me think about it and call you back | g a
`),
	"held out: the urgent thing comes second": listSentences(`
office | hi how are you, listen, water is coming through the ceiling | t105
office | good morning, hope you're well, so the whole network just went down | t101
office | hello, yes, my name is Dana, and there's a leak in the kitchen | t105
office | hey, quick one, well actually not so quick, my delivery came broken | t106
demo | hi there, nice weather, anyway, the machine is flooding our kitchen | t102 a
demo | how are you doing, I need to pay an invoice | t103
demo | thanks for picking up, I'd like a quote please | t101
demo | good afternoon, this is Mark from Delta, is Jane there | t101
demo | bye I mean hi, sorry, long day, can I get Sam | t102
demo | thank you so much, okay so I have a question about my bill | t103
demo | hello can you hear me, great, put me through to support | t102
demo | yes hi I was just on hold, I'm looking for Ana | t103
`),
	"held out: an introduction and a wish": listSentences(`
demo | This is Doctor Shah's office, I'm returning a call | a i ! shah
demo | this is Karen from the bank, I need to talk to billing | t103
demo | I'm calling regarding an open invoice | t103
demo | my name is Tom and my machine broke | t102
demo | this is about a refund | t103
demo | it's urgent, give me Sam | t102
demo | I'm very upset with your service | a i t102 ! upset
demo | Mike speaking, I'd like to rent a machine | t101
demo | this is a customer | a i ! customer!
demo | je m'appelle Luc et je voudrais parler à Jane | t101
demo | soy Pedro, necesito hablar con Ana | t103
demo | hier ist Frau Weber, ich möchte Sam sprechen | t102
`),
	"held out: numbers as they are said": listSentences(`
demo | extension one hundred and one | t101
demo | one o two | t102
demo | a hundred and three please | t103
demo | ext. 101 | t101
demo | extensión ciento dos | t102
demo | cent un | t101
demo | eins null drei | t103
demo | one ninety nine | a
demo | extension one twelve | a
`),
	"held out: questions and others": listSentences(`
demo | are you open on Saturday | i
demo | how long does a repair take | i
demo | what's your address | i
demo | do you sell coffee beans | a i t101
demo | who is in charge there | a i
demo | marketing please | a
demo | I need somebody who speaks Spanish | a i
demo | can you tell me Sam's cell phone number | a i
`),
	...heldOutRounds,
};
