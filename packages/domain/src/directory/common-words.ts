/**
 * Words around a name, never taken for a misheard name or a surname. A missing word costs a confirming question.
 */
const commonWords = new Set(
	`a able about account actually afternoon again ago all already also always am an and another answer any anybody anyone
	anything appointment are around as ask asked at available away back be because been before best better big both business
	but by bye call called caller calling can cannot cant care change check come company concerning confirm connect contact
	correct could customer day dear department desk did directly do does doesnt doing doctor doctors done dont down dr each earlier either else
	email emergency employee evening ever every everybody everyone everything excuse extension fault few find fine first for
	forward found from front full get give go goes going gone good goodbye got great had happy has have he hear heard hello
	help her here hers hey hi him his hold home hope hour hours how i id if ill im important in information instead into is
	isnt issue it item its ive job just keep kind know last late later leave left let lets like line listen little live long
	look looking lot made madam mail make manager many matter may maybe me mean meant meeting message mind mine minute miss mister moment monday
	month more morning most mr mrs ms much must my name need needed needs never new next nice night no none not nothing now number of
	off office offer ok okay old on once one only open operator option or order other our out over own pass pay people person
	phone pick place please possible press problem professor put question quick quickly rather reach ready real really reason receive
	regarding related right ring said same saturday say saying second see seem seen sell send sent she should since sir so
	some somebody someone something sorry speak speaking spoke start still stop such sunday sure take talk talking tell than
	thank thanks that thats the their them then there these they thing think third this those though through thursday till
	time to today told tomorrow tonight too transfer tried true try trying tuesday two until up upset urgent us use very
	voice voicemail wait waiting want wanted wants was way we wednesday week weekend well went were what whats when where
	whether which while who whoever whom whose why will wish with without wont work working worry would wrong yeah year yes
	yesterday yet you your yours missus misses mrs madame maam mademoiselle signor signora signorina senhor senhora dona
	paging pls plz hey yep nope oh uh um er hmm gonna wanna gotta lemme cause anyway anyhow listen
	al algo alguien aqui asunto atender bien bueno buenas buenos como con contestar cuando cuanto de del dejar dia dias donde
	el ella en equipo es esta este favor gracias gusta hablar hay hola hoy la las le lo los llamar manana mas me mensaje mi
	momento muy necesito no nombre o para pero persona pide poder podria por porque problema puede puedo que quien quiero
	quisiera se senor senora senorita doctora don dona ser si sin sobre soy su tarde tengo un una urgente usted y ya
	a au aussi avec bien bonjour bonne ce cest dans de demain des du elle en est et faire il je jaimerais la le les leur lui
	mais madame me mercredi merci message moi mon monsieur ne non nous on ou oui par parler pas peux plait pour pourrais
	pouvez quand que qui rappeler sa savoir service sil soir son suis sur te tout un une veux voudrais vous
	aber am an auf aus bei bin bitte da danke das dass dem den der die diese doch ein eine einem einen einer er es frau fur
	gerne guten habe haben hallo hat heute herr herrn hier ich ihnen ihr im in ist ja jemand kann kein konnen konnten konnte
	mal man mein meine mich mir mit mochte morgen nach nachricht nein nicht noch nur oder sein sie sind sprechen tag uber um
	und uns von war was wegen wenn wer wie will wir wo zu zum zur`.split(/\s+/),
);

/** True for everyday words, folded, that are unlikely to be names. */
export function isCommonWord(word: string): boolean {
	return commonWords.has(word);
}
