import { listSentences } from "./list-sentences.ts";

/** Later rounds of held-out.ts. */
export const heldOutRounds = {
	"held out, second round": listSentences(`
demo | the thing just beeps and then shuts itself off | t102 a
demo | I pushed start and it does nothing at all | t102 a
demo | your guy was supposed to fix our machine yesterday | t102 a
demo | we opened a new office and want coffee machines | t101 a
demo | how much per month for three of them | i t101 a
demo | somebody took money from my account twice | t103 a
demo | I think there's a mistake on my invoice | t103
demo | can I pay over the phone | t103 i a
demo | water everywhere, please hurry, the machine burst | t102 a
demo | could you kindly inform Sam that we cancelled | v102 t102
demo | leave Jane a voice message | v101
demo | I'd like Ana to get back to me | v103 a
demo | no need to bother Jane, just say Tom phoned | v101 a
demo | Sam should call me, it's about the repair | v102 a t102
demo | whenever Jane is free, have her ring me | v101
demo | drop me into Sam's voicemail | v102
demo | ok forget about it, I'll phone again on Monday | g
demo | hmm, no, I'd better call my boss first, bye | g
demo | it's all right, I'll manage | g a
demo | oops, this isn't the pizza place, sorry | g a
demo | put Miss Smith on | t101
demo | Sam's who I need | t102
demo | Anna Rees | t103 a
demo | jean smit | t101 a
demo | lee, sam lee | t102
demo | extension a hundred two | t102
demo | one hundred and three | t103
demo | 1 0 2 please | t102
demo | dial one zero four | a
demo | poste cent deux s'il vous plaît | t102
demo | interno centotre per favore | t103
demo | ramal cento e um | t101
demo | mi pompa no, mi cafetera está rota | t102 a
demo | necesito una cotización | t101
demo | je voudrais louer une machine | t101
demo | ich habe eine Frage zu meiner Rechnung | t103
demo | this is Dr. Patel's secretary, the doctor wants to rent a machine | t101 ! patel's
demo | hello this is Acme delivery, who signs for packages | a i ! acme delivery
demo | Lisa here, is billing around | t103
demo | good morning good morning, what a day, listen my machine is on the blink | t102 a
office | my mouse is dead | t101 a
office | I can't print | t101
office | the door key snapped | t105 a
office | when do I get paid | t102 i a
office | is there a fee for paying late | t104 i a
office | sample of your filter please | t103
office | kate okafor | t102
office | mister ngyuen | t107 a
office | let steve know the truck is here | v106
office | message for HR | v102
office | the toilet is clogged, sorry, hi, good morning | t105 t101 a
office | send me to the helpdesk | t101
office | shipping, no wait, sales | t103 a
`),
	"held out, third round": listSentences(`
demo | my coffee maker is acting up again | t102
demo | can you send someone out to look at our machine | t102 a
demo | the milk frother doesn't froth | t102 a
demo | we lost the key for the machine | t102 a i
demo | I'd like some pricing info | t101 i
demo | I am shopping around for a machine | t101 a
demo | do you offer discounts | t101 i a
demo | I need to update my credit card | t103 a
demo | why is my bill so high this month | t103 i a
demo | can I get an extension on my payment | t103 a
demo | who do I send the check to | t103 i a
demo | could you please ring through to Ms. Smith | t101
demo | Jane, please, it's her brother | t101
demo | uh yeah Sam | t102
demo | anna in billing | t103
demo | smith jane | t101 a
demo | mr sam | t102
demo | ms lee | t102
demo | is Ana Ruiz at her desk | t103 i
demo | I was told to ask for Jane | t101
demo | Jane asked me to call her back | t101 a
demo | I missed a call from Sam | t102 a
demo | have Jane give me a ring | v101
demo | would you tell Sam the part arrived | v102
demo | I'd rather not talk, just take down a message for Jane | v101
demo | could you let Ana know the invoice is paid | v103
demo | voice mail for Mr. Lee please | v102
demo | can Sam get back to me today | v102 a t102
demo | leave it, I'll write an email | g a
demo | I'll try another time, thank you | g
demo | no thanks, that's everything | g
demo | I have to run, bye bye | g
demo | okay, never mind then | g
demo | disculpe, me equivoqué de número | g
demo | ¿me pasa con Jane Smith, por favor? | t101
demo | vorrei parlare con Sam Lee | t102
demo | gostaria de falar com a Ana Ruiz | t103
demo | könnten Sie mich mit Jane verbinden | t101
demo | pourriez-vous me passer le service facturation | t103
demo | good day, I hope I'm not interrupting, but our machine is on fire sale display I mean it does not start | t102 a
demo | hi Jane | t101 a
demo | hello is this Acme | a i
demo | can I speak to the manager | a i
demo | I'm from the fire department inspection, who handles that | a i
demo | my name is Sam, I need Jane | t101
demo | this is Jane from Smith Brothers, could I have billing | t103
demo | one hundred one | t101
demo | it's extension one zero two | t102
demo | my ticket number is one oh two | a t102 i
demo | room one oh one | a i
demo | I'd like to place an order for one hundred and two bags | t101 a i
lakeside | my tooth hurts | t111 t114 a i
lakeside | I want to make an appointment | a i t110
lakeside | could you tell Doctor Zhang I'm running late | v114
lakeside | Roberto Hill | t113 a
lakeside | jane oneal | t112
lakeside | Dr Miller's office please | t111
northwind | a pallet fell off your truck | t122 t121 a
northwind | where is my truck | t121 a i
northwind | mister dubois | t125
northwind | katherine du bois | t125 a
northwind | tom bekker | t121 a
northwind | let Priya know I accept the job | v123
northwind | I don't want Bob, give me Tom Becker | t121
`),
};
