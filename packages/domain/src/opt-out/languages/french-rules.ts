import type { LanguageText } from "./language-rules.ts";

export const french: LanguageText = {
	words: {
		bare: "arrêt arrête arrêter arrêtez arret stop désabonner désabonnement désabonnez désinscrire désinscription fin stoppez cessez",
		bareWith: "moi tout ça non",
		bareInQuestion: "stop",
		soft: "svp stp porfavor merci bonjour bonsoir salut monsieur madame maintenant immédiatement tout suite please oui ok veuillez",
		negations: "pas jamais",
		links: "de me",
	},
	classes: {
		texts:
			"message messages sms texto textos texte textes pub pubs publicité publicités promo promos spam spams notification notifications courriel",
		this: "de des d les ces vos tes ce votre aucun aucune tous tout plus autre autres le la l mes",
		stop: "arrêtez arrête arrêter cessez cesse cesser stoppez stop",
		write:
			"mécrire mécris mécrivez contacter contactez contacte texter textez texte déranger dérangez dérange harceler harcelez " +
			"spammer solliciter appeler mappeler mappelez écrire écrivez",
		send: "menvoyer menvoyez menvoie menvoyé envoyer envoyez nenvoyez",
		remove:
			"retirez retire enlevez enlève supprimez supprime ôtez rayez effacez désinscrivez désabonnez désabonne désinscris",
		list: "liste listes base fichier fichiers contacts système",
	},
	rules: {
		statement: `
			^ arrêtez|arrête|stop $
			mauvais|faux numéro
			erreur de numéro|destinataire|personne
			trompez|trompé|trompe|trompés de numéro|personne`,
		always: `
			laissez|laisse moi tranquille
			foutez|fous moi|nous la paix
			^ plus de|aucun {texts} $
			ne|non? {send} plus|pas|jamais {this}* {texts}
			ne|non? {send} plus|jamais|rien $
			ne? me|nous {write} plus|pas|jamais $|à|sur
			mécrivez|mappelez|mécris plus|jamais $
			ne me? {write} plus|jamais $
			ne plus me? recevoir|envoyer|{write} {this}* {texts}
			veux|souhaite|désire|voudrais|veut|souhaitons plus|pas recevoir|être|avoir? {this}* {texts}
			veux|souhaite|désire|voudrais|souhaitons plus|pas|ne|être* contacté|contactée|dérangé|sollicité|sollicitée
			me désabonner|désinscrire
			me retirer|enlever|supprimer|rayer|ôter de {this}* {list}
			ne plus me {write} $
			désabonnez|désabonne|désinscrivez|désinscris moi|nous
			{remove} moi de|{this}* {list}
			{remove} moi $
			{remove} mon|ce numéro
			je retire|révoque mon consentement
			je me désabonne|désinscris
			ne? {send} plus|jamais rien|$
			plus recevoir {this}* {texts}
			ne plus me contacter|écrire|envoyer|solliciter
			{remove}|retirer|supprimer|effacer mon|ce|mes numéro|nom|coordonnées|données`,
		stopping: `
			{stop} de me? {write}
			{stop} de? {send} {this}* {texts}
			{stop} de {send} $
			{stop} {this}* {texts}
			{stop} ça|cela $`,
	},
};
