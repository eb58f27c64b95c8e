const leaving = new RegExp(
	`\\b(?:${[
		"never ?mind|forget (?:about )?(?:it|that)|scratch that|strike that|(?:ive |i )changed my mind|(?:dont|no need to|please dont) (?:bother|worry(?: about it)?)(?= (?:thanks|thank|ill|i will|its|bye|im)|$)",
		"(?:ill|i will|well|we will|i can|i could|id rather|i would rather|i might|im going to|im gonna|let me|lets) (?:just |rather |maybe |probably |think about it and |think it over and )*(?:call|try|ring|phone|write|e ?mail|text|come|check|get|stop|send|do it|look it up|wait)(?: (?:you|them|it|by|in|an|a|e ?mail|email|letter|text))*(?: (?:back|again|later|tomorrow|by|instead|then|online|another time|some other time|next week|monday|this afternoon|in a bit))+",
		"(?:ill|i will|id rather) (?:just )?(?:come by|stop by|send an e ?mail|write an e ?mail|do it online|figure it out|handle it myself)",
		"(?:gotta|got to|have to|need to|must|should) (?:go|run)(?= (?:now|sorry|bye|thanks|thank|talk)|$)",
		"wrong number|misdialed|dialed wrong|i (?:already )?(?:found it|figured it out|sorted it out)|(?:it|its) works? (?:again|now)|its working (?:again|now)|talk (?:to you )?later|another time|some other time|no longer (?:need|necessary)|not (?:needed|necessary) (?:any ?more|after all)|thats (?:all|it)(?: thanks| thank you)?$|im (?:good|all set|done)(?: thanks| thank you)?$|its (?:okay|ok|fine|all right|alright)(?: i (?:got|found) it)?(?: thanks| thank you)?$",
		"dejelo|dejalo|olvidelo|olvidalo|llamo (?:mas tarde|luego|despues)|(?:llamare|volvere a llamar) ?(?:mas tarde|luego|manana)?|numero equivocado|me equivoque",
		"laissez tomber|tant pis|(?:je|jappellerai) ?(?:rappellerai|rappelle) ?(?:plus tard)?|oubliez|faux numero|je me suis trompee?",
		"schon gut|hat sich erledigt|vergessen sie(?: es|s)?|ich rufe? (?:\\w+ )?(?:spater|noch ?mal|wieder|morgen)(?: \\w+)? ?an|ich melde mich (?:spater|wieder)|falsch verbunden|verwahlt",
		"lasci (?:stare|perdere)|non importa|richiamo (?:piu tardi|dopo|domani)|richiamero|numero sbagliato|ho sbagliato numero",
		"deixa (?:pra la|para la)|esquec[ae]|nao precisa|(?:eu )?(?:ligo|volto a ligar|vou ligar) (?:mais tarde|depois|amanha)|numero errado|foi engano",
	].join("|")})\\b`,
	"g",
);
/** Said after a farewell by a caller who wants something after all. */
const wish =
	/\b(?:but|can|could|would|want|need|give|put|get me|connect|transfer|actually|just say|tell|ask|let|what|when|where|how|which|who|pero|quiero|puede|mais|voudrais|aber|mochte|ma vorrei|mas quero)\b/;

export interface LeaveTaking {
	/** Words up to the end of the farewell; earlier wishes no longer count. */
	endsAt: number;
}

/** Finds a farewell without service ("never mind, I'll call back") in folded words, or null. */
export function findLeaveTaking(words: string): LeaveTaking | null {
	const found = [...words.matchAll(leaving)].at(-1);
	// "Let me try again" may be this call's next try.
	if (found === undefined || /\btry(?: \w+)? again$/.test(found[0])) return null;
	const end = found.index + found[0].length;
	if (wish.test(words.slice(end))) return null;
	return { endsAt: words.slice(0, end).trim().split(" ").length };
}
