import { foldWords } from "@cloudpbx/domain/directory/split-words";

const matter = `appointment|booking|reservation|order|refund|account|subscription|payment|request|visit|delivery|slot|table|ticket|fee|invoice|bill|membership|card|consultation|cleaning|repair|service|class|lesson|session|trip|ride|room|claim|complaint|plan|policy|contract|deposit|purchase|package|replacement|credit|discount|coupon|voucher|technician|callback|meeting|time|spot|seat|charge|balance|money`;
const done = `booked|scheduled|rescheduled|cancelled|canceled|reserved|ordered|refunded|processed|confirmed|issued|credited|charged|waived|updated|changed|moved|sent|emailed|mailed|shipped|arranged|submitted|placed|set(?: up)?|added|removed|registered|notified|forwarded|escalated|applied|approved|extended|paid|reimbursed|initiated|filed|logged|noted|saved|secured|completed|fixed|resolved|deleted|closed|upgraded|dispatched|requested|reversed|voided|authorized|granted|activated|renewed|assigned|postponed|pushed back|taken care of|put you (?:down|in)|signed you up|enrolled`;
const deeds = `refund|book|schedule|cancel|reschedule|send|waive|credit|ship|replace|reimburse|compensate|call you|call back|call him|contact|email|mail|deliver|arrange|make sure|ensure|fix|repair|reserve|hold|process|pay|give you|add|remove|update|change|confirm|have (?:someone|somebody|a|an|the|our|him|her|them)|get back|take care|handle|look into|be there|come(?! to)|pick up|order|issue|offer you|text you|notify|remind|sign you up|put you (?:down|in)|register|enroll|cover|honor|match|extend|approve|apply|resolve|reverse|dispatch|be in touch|reach out|follow up|let (?:him|her|them|the|my|you) know|tell (?:him|her|them)|pass (?:it|this|that)|forward|submit|set (?:it|that|this|you) up|see you|meet you|expect you|wait for you`;
const now = `(?: (?:just|already|now|also|gone ahead and|went ahead and|successfully|been|all|officially|fully|happily|gladly|personally|definitely|certainly|immediately|right away|of course|be|then|soon|today))*`;

/** About one language a line: done, arranged, or promised. */
const commitmentPatterns = [
	`(?:i|we)(?: have|ve)?${now} (?:${done})|(?:ive|weve)${now} (?:${done})`,
	`(?:your|the|this|that|a|an|his|her)(?: \\w+){0,3}? (?:${matter})(?: (?:of|for|on|at|to|with) (?:\\w+ ){1,5}?)?(?: (?:is|are|has|have|was|were|will|s|shall))${now} (?:${done}|on (?:its|the) way|done|complete|guaranteed|in the (?:system|books)|all set|ready for you|good to go|free of charge|on the house)`,
	`(?:refund|credit|replacement|discount|coupon|confirmation|technician|driver)(?: of \\S+(?: \\w+)?)?(?: \\w+){0,2} (?:has been|have been|was|were|is being|is|will be|are being)${now} (?:${done}|on (?:its|the) way|coming|guaranteed)`,
	`(?:you are|youre|you have|youve|you were)${now} (?:${done}|signed up|on the (?:list|schedule|calendar|books)|good to go|down for|eligible|entitled|guaranteed|in for)`,
	`(?:you will|youll|you shall|you are going to)(?: \\w+){0,2}? (?:receive|be (?:refunded|credited|contacted|called|reimbursed|compensated|notified|charged)|get (?:a|an|your|the|it|that|this|all|\\d\\S*) ?(?:full |free |new )?(?:refund|confirmation|discount|credit|replacement|call|text|email|money|reminder|appointment|order|package|back)|hear (?:back|from)|have (?:your|it|the))`,
	`(?<!(?:not|cannot|cant|dont|never|nor) )(?:i|we)(?: (?:hereby|absolutely|can|do|fully|personally|really|will|solemnly))* (?:promise|guarantee|assure|swear|vouch|commit)|guaranteed`,
	`(?:i will|ill|i shall|we will|we shall|i am going to|im going to|we are going to|i am gonna|im gonna|let me)${now} (?:${deeds})`,
	`(?:someone|somebody|colleagues?|technicians?|plumber|driver|team|they|he|she|manager|representative|agent|staff|specialist|doctor|support|billing|sales|[a-z]+)(?: (?:from|of|in) (?:\\w+ ){1,3}?)?(?: will|ll|is going to|are going to| is going to| are going to)${now} (?:call|contact|be (?:there|in touch|with you|at your|out)|come|arrive|reach out|get back|text|email|visit|deliver|refund|send|fix|handle|take care|follow up|meet|pick|look into|respond|reply|answer you|assist you shortly)`,
	`consider it done|its (?:all )?(?:done|booked|set|confirmed|taken care of|settled)|it is (?:all )?(?:done|booked|set|confirmed|taken care of|settled)|(?:all|done and) (?:booked|confirmed|set for)|^(?:done|booked|confirmed|all set|cancelled|canceled|scheduled)(?= |$)|(?:fee|charge|cost|fees) (?:is|are|has been|will be)${now} (?:waived|removed|dropped)|on the house|full refund|(?:is|are|was|be|been) (?:now )?(?:cancelled|canceled|booked|refunded|rescheduled)`,
	`(?:he|hemos|ya he|ya hemos|le he|le hemos|se ha|se han|ha sido|han sido|fue|fueron|esta|estan|queda|quedan|quedo|sera|seran|ya esta|ya quedo)(?: (?:ya|sido|todo|ahora|correctamente))* (?:reservad|cancelad|agendad|confirmad|reembolsad|enviad|programad|reprogramad|cambiad|procesad|pedid|anotad|emitid|devuelt|aprobad|anulad|registrad|solicitad|acreditad|aplicad|modificad|apuntad|pagad|garantizad|list[oa] para usted|hech)[oa]?s?`,
	`(?:le|les|te|lo|la)? ?(?:reembolsaremos|reembolsare|devolveremos|devolvere|enviaremos|enviare|mandaremos|llamaremos|llamare|llamara|contactaremos|contactara|reservare|reservaremos|cancelare|cancelaremos|agendare|agendaremos|confirmare|programare|descontaremos|regalaremos|entregaremos|repararemos|garantizo|garantizamos|prometo|prometemos|aseguro|aseguramos)|(?:voy|vamos|va|van) a (?:reembolsar|devolver|enviar|mandar|llamar|contactar|reservar|cancelar|agendar|confirmar|programar|descontar|regalar|entregar)(?:le|les|lo|la|te)?|(?:recibira|recibiras|recibiran|tendra su|obtendra)|sin (?:costo|cargo) para usted|(?:reserve|cancele|agende|confirme|envie|programe|reembolse|cambie|anote) (?:su|tu|la|el|una) (?:cita|reserva|pedido|reembolso|visita|orden)|(?:su|tu) (?:cita|reserva|pedido|reembolso|visita|orden)(?: \\w+){0,4} (?:confirmad|reservad|cancelad|agendad|list|aprobad)[oa]`,
	`(?:j ai|jai|nous avons|on a|c est|cest|est|sont|a ete|ont ete|sera|seront|etes|avez ete)(?: (?:bien|deja|tout juste|maintenant|desormais|ete|vous|votre|un|une|le|la))* (?:reserve|annule|confirme|rembourse|envoye|commande|reporte|programme|note|modifie|traite|effectue|emis|credite|valide|enregistre|planifie|fixe|deplace|approuve|expedie|offert|garanti|inscrit)(?:e|s|es)?`,
	`(?:vous serez|vous allez etre|sera|seront)(?: \\w+)? (?:rembourse|livre|contacte|appele|credite|rappele)(?:e|s|es)?|vous (?:recevrez|aurez|allez recevoir|obtiendrez)|(?:nous|on|je)(?: (?:vous|le|la|l))* (?:rembourserons|rembourserai|enverrons|enverrai|appellerons|rappellerons|rappellerai|livrerons|annulerai|reserverai|contacterons|garantis|garantissons|promets|promettons|assure|assurons)|(?:je vais|nous allons|on va)(?: (?:vous|le|la|l))* (?:rembourser|reserver|annuler|envoyer|appeler|rappeler|livrer|programmer|confirmer|offrir|contacter)|(?:quelqu un|un collegue|un technicien)(?: \\w+)? (?:va|vous) (?:appellera|rappellera|contactera|vous (?:appeler|rappeler|contacter)|passera)`,
	`(?:ich habe|ich hab|wir haben|wurde|wurden|ist|sind|wird|werden|habe)(?: (?!nicht|kein|nie)\\w+){0,7} (?:gebucht|storniert|bestatigt|erstattet|reserviert|bestellt|verschoben|abgesagt|vereinbart|eingetragen|geschickt|gesendet|veranlasst|notiert|gutgeschrieben|genehmigt|erlassen|umgebucht|versandt|versendet|angelegt|vorgemerkt|garantiert|zuruckerstattet|gekundigt|bearbeitet)`,
	`(?:ich|wir) (?:\\w+ )?(?:verspreche|versprechen|garantiere|garantieren|versichere|versichern|erstatten|erstatte|schicken ihnen|schicke ihnen|senden ihnen|sende ihnen|rufen sie(?: \\w+)? (?:zuruck|an)|buche|storniere|reserviere|ubernehmen die kosten|erlassen)|(?:ich|wir) (?:werde|werden)(?: (?!nicht|kein)\\w+){0,6} (?:erstatten|schicken|senden|buchen|stornieren|reservieren|anrufen|zuruckrufen|veranlassen|liefern|kommen|kontaktieren|bestatigen|verschieben|absagen)|(?:sie|du) (?:erhalten|bekommen|erhaltst|bekommst) (?:eine|einen|ein|ihr|ihre|ihren|den|das|die|in|\\d|von|noch|das geld)|(?:jemand|ein kollege|eine kollegin|ein techniker|team)(?: \\w+){0,2} (?:wird|ruft|kommt|meldet)(?: \\w+){0,4} (?:zuruck|anrufen|kommen|melden|an|sich)`,
	`(?:ho|abbiamo|l ho|le ho|le abbiamo|e stat[oa]|sono stat[ie]|e|sara|verra|risulta|ha)(?: (?:gia|appena|ora|stat[oa]|tutto|gia stat[oa]))* (?:prenotat|annullat|cancellat|confermat|rimborsat|inviat|ordinat|spostat|fissat|emess|registrat|modificat|approvat|accreditat|programmat|spedit|garantit|applicat|disdett|riprogrammat)[oaie]`,
	`(?:la|le|ti|vi|lo)? ?(?:rimborseremo|rimborsero|invieremo|inviero|manderemo|chiameremo|chiamero|richiameremo|richiamero|contatteremo|contattera|richiamera|prenotero|annullero|prenoteremo|consegneremo|garantisco|garantiamo|prometto|promettiamo|assicuro|assicuriamo)|(?:ricevera|riceverai|riceverete|otterra)`,
	`(?:foi|foram|esta|estao|sera|serao|ficou|ja esta|tenho|temos)(?: (?:ja|agora|tudo|sido))* (?:reservad|cancelad|agendad|confirmad|reembolsad|enviad|marcad|remarcad|alterad|processad|pedid|emitid|aprovad|registrad|creditad|aplicad|garantid|estornad|encaminhad)[oa]s?`,
	`(?:reservei|agendei|cancelei|confirmei|reembolsei|enviei|marquei|remarquei|alterei|solicitei|estornei|anotei|reservamos|agendamos|cancelamos|confirmamos|reembolsamos|reembolsaremos|enviaremos|ligaremos|estornaremos|entraremos em contato|garanto|garantimos|prometo|prometemos|asseguro)|(?:vou|vamos|vai)(?: (?:te|lhe|o|a))? (?:reembolsar|enviar|ligar|reservar|cancelar|agendar|marcar|confirmar|estornar|entregar|mandar|devolver|entrar em contato|providenciar)|(?:vai receber|recebera|sera reembolsad[oa])`,
].map((source) => new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`));

/** Returns the first words that promise or report an action, or null. The company's own words are allowed. */
export function findCommitment(answer: string, sources: readonly string[]): string | null {
	const own = ` ${foldAll(sources.join(" \n "))} `;
	for (const sentence of answer.split(/(?<=[.!?。！？;])\s+/)) {
		const words = foldAll(sentence);
		for (const commitment of commitmentPatterns) {
			const found = commitment.exec(words)?.[0].trim();
			if (found !== undefined && !own.includes(` ${found} `)) return found;
		}
	}
	return null;
}

/** "we'll" would fold to the word "well", so contractions are written out. */
function foldAll(text: string): string {
	const written = text
		.replace(/\b(i|we|you|he|she|they|it|someone|somebody|that|there)['’]ll\b/gi, "$1 will")
		.replace(/\b(i|we|you|they)['’]ve\b/gi, "$1 have")
		.replace(/\bi['’]m\b/gi, "i am")
		.replace(/\b(you|we|they)['’]re\b/gi, "$1 are")
		.replace(/\b(it|he|she|that|who|everything)['’]s\b/gi, "$1 is")
		.replace(/['’](?=[\p{L}]{2,})/gu, " ");
	return foldWords(written).join(" ");
}
