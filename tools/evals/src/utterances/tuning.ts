import { listSentences } from "./list-sentences.ts";

export const tuning = {
	"tuning: what a department does": listSentences(`
office | the copier is out of toner again | t101 a
office | can somebody reset my login | t101
office | our internet went dead | t101
office | my screen stays black | t101 a
office | who do I ask about parental leave | t102 i a
office | I'd like to apply for the warehouse job | t102
office | do you do bulk discounts | t103 i a
office | we want to reorder the big filters | t103 a
office | I got charged twice on my last invoice | t104
office | I need a copy of my statement | t104
office | there's a puddle under the sink | t105 a
office | it's freezing in here, can someone turn up the heat | t105 a
office | where's my parcel | t106
office | I received the wrong item and want to return it | t106
office | the delivery guy dropped the box | t106 a
demo | our espresso machine quit on us | t102
demo | it won't heat up anymore | t102
demo | the display shows an error code | t102
demo | I'd like to rent a machine for an event | t101
demo | how do I get a quote | t101 i
demo | I have a question about pricing for a rental | t101 i
demo | my payment didn't go through | t103
demo | you charged me too much | t103
demo | I need a receipt for last month | t103
demo | my printer is jammed | t102
demo | steam comes out of the side | t102 a
demo | we want to buy a second machine | t101
demo | mi máquina no funciona | t102
demo | j'ai une question sur ma facture | t103
demo | meine Maschine ist kaputt | t102
demo | la macchina non funziona | t102
demo | minha máquina quebrou | t102
acme | my pump makes a weird noise | t102
acme | I want my money back | t103 i a
`),
	"tuning: names": listSentences(`
office | catherineokafor | t102
office | ms okafor please | t102
office | give me sean | t101
office | I need to talk to shawn in IT | t101
office | cathy okafor | t102
office | stephen wright | t106
office | mister smyth | t103
office | is priya around | t104
office | pria rahman | t104 a
office | marydupont | t108 a
office | Mrs Dupont please | t108
office | guada lupe | t105 a
office | mister wen | t107 a
office | Jane Okafor | a
office | Sean Smith | a
demo | gene smith | t101
demo | jayne smith please | t101 a
demo | sam leigh | t102
demo | anna ruiz | t103
demo | doctor lee | t102
demo | Mr. Ruiz | t103
demo | miss jane | t101
demo | could you ring Jane's desk | t101
demo | is Sam in the office today | t102 i
demo | samlee | t102
`),
	"tuning: a message in other words": listSentences(`
demo | can you tell Sam I'm running ten minutes late | v102
demo | Please ask Ana to give me a call when she can | v103 a
demo | I'd like to leave a quick note for Jane | v101
demo | let Sam know that his part arrived | v102
demo | could Ana call me back please | v103 a
demo | just put me in Jane's voicemail | v101
demo | record a message for Ana | v103
demo | get a message to Sam for me | v102
demo | Jane's machine please | v101 t101 a
demo | inform Ana that I paid | v103 a
demo | would you jot something down for Jane | v101
demo | I got a message from Jane and I'm calling back | t101 a
demo | can you let Jane know I'm on the line | t101 a
demo | tell me about your repairs | i a t102
demo | let me know when Sam is free | a t102 i
demo | dígale a Sam que me llame | v102
demo | laissez un mot à Ana de ma part | v103 a
demo | bitte sagen Sie Jane, dass ich später komme | v101
demo | dica a Sam di richiamarmi | v102
demo | deixe um recado para a Ana | v103
demo | I don't want to leave a message, I want Jane | t101
demo | no voicemail please, Sam in person | t102
demo | did Jane get my message | t101 a i
demo | I left Sam a message yesterday and nobody called | t102 a
`),
	"tuning: taking leave": listSentences(`
demo | oh forget it, I'll try again later | g
demo | nah it's fine, never mind | g
demo | I'll ring back tomorrow | g
demo | hold on, no, I'll just come by, thanks | g
demo | sorry I dialed the wrong number | g
demo | actually I don't need anything | g a
demo | okay I'm going to hang up now | g
demo | nothing, bye | g
demo | never mind Sam, give me Jane | t101
demo | I'll call back later but can I leave a message for Jane | v101
demo | forget sales, I want billing | t103
demo | no es nada, llamo luego | g
demo | non rien, je rappelle plus tard | g
demo | ach nein, hat sich erledigt | g
demo | esquece, ligo mais tarde | g
demo | lasci perdere, richiamo domani | g
`),
	"tuning: second things and introductions": listSentences(`
office | good evening, sorry to call so late, the heating is out and it's freezing | t105 a
office | how's it going, look, there's water dripping on the servers | t105 t101 a
demo | hey there, this is Bob from Bob's Diner, our machine broke down | t102
demo | this is the accounting office of Smith and Sons, we have a question about your bill | t103
demo | hi my name is Ana and I'd like to rent a machine | t101
demo | it's Jane's mother, is she there | t101 a
demo | I'm furious, I want to speak with somebody | a t101 ! furious
demo | this is an emergency repair | t102 a i ! emergency!
demo | Hi, I'm calling from Delta | a i ! delta
demo | yes hello, I spoke to Sam last week, the thing is, the machine leaks again | t102
demo | this is Verizon | a i ! verizon
demo | I'm Peter | a i
`),
};
