import { stemOf, tokensOf } from "./fold-text.ts";

const topics: Readonly<Record<string, string>> = {
	hours: `hours open opening close closed when weekend saturday sunday monday friday holiday schedule horario horarios abren abierto
		abiertos sabado hora horaires ouvert ouverts ouvrez samedi geoffnet samstags aperti abertos`,
	place: `address location located where street city directions find office building visit floor direccion donde ubicados calle ou wo`,
	parking: `parking car estacionamiento parken`,
	price: `price prices pricing cost costs much fees rate cuanto cuesta combien coute kostet`,
	paying: `pay paying payments cards check invoice invoices bill billing charged charges refund refunds accounts receipt owe factura
		facturas cobraron payer facture factures rechnung rechnungen`,
	buying: `buy buying sale sales sell quote quotes order orders upgrade interested rent renting rentals ventas cotizacion pedir comprare
		ventes commander louer verkauf`,
	repair: `support help helpdesk broken broke breaks error fix repair installation technician password login works problem stuck soporte
		funciona funziona ayuda panne marche reparer kaputt reparatur quebrou`,
	water: `leaking flooded dripping burst ceiling clogged sink`,
	hiring: `jobs applying application human hr`,
	shipping: `ship shipped deliver delivered package parcel warehouse return livraison`,
	mail: `email e-mail correo`,
	site: `web internet website`,
	contact: `phone number numero telephone nummer`,
	pets: `dogs pets cats`,
	languages: `languages spanish french`,
	booking: `appointment appointments booking reservation cita citas rendez termine`,
	offering: `product products service services offer make business about servicios`,
};

const topicsByForm = Map.groupBy(
	Object.entries(topics).flatMap(([topic, words]) =>
		tokensOf(words).flatMap((word) => [word, stemOf(word)].map((form) => ({ form, topic }))),
	),
	({ form }) => form,
);

export function topicsOf(text: string): Set<string> {
	const topics = new Set<string>();
	for (const token of tokensOf(text))
		for (const { topic } of topicsByForm.get(token) ?? topicsByForm.get(stemOf(token)) ?? [])
			topics.add(topic);
	return topics;
}

export function shareTopic(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return [...one].some((topic) => other.has(topic));
}
