import { stemOf, tokensOf } from "./fold-text.ts";

/** Words that speak of one thing, in the languages people call in. A department or fact about one is about all. */
const topics: Readonly<Record<string, string>> = {
	hours: `hour hours open opens opening close closes closing closed when weekend saturday sunday monday friday holiday holidays
		lunch schedule horario horarios aperti aperto aprite chiuso chiudete orari orario aberto abertos aberta fechado fecham abren abre abierto abiertos cierran cierra cerrado sabado domingo fin semana hora
		ouvert ouverts ouverte ouvrez fermez ferme horaire horaires samedi dimanche geoffnet offnen offnungszeiten geschlossen
		schliessen samstag sonntag`,
	place: `address located location where street avenue city directions find office building map visit suite floor
		direccion donde ubicacion ubicados calle oficina adresse ou rue trouvez situes wo strasse anschrift standort`,
	parking: `parking park garage car aparcar aparcamiento estacionamiento parken parkplatz parkplatze stationner stationnement`,
	price: `price prices pricing cost costs much expensive fee fees rate rates precio precios cuesta cuestan cuanto tarifa
		prix coute coutent combien tarif preis preise kostet kosten`,
	paying: `pay paying payment payments card cards credit cash check cheque invoice invoices bill bills billed billing
		charge charged charges refund refunds overcharged accounting accounts receipt owe balance pagar pago pagos tarjeta
		efectivo factura facturas facturacion cobro cobraron reembolso contabilidad payer paiement facture factures remboursement
		comptabilite carte bezahlen zahlung zahlen rechnung rechnungen buchhaltung erstattung abrechnung fattura fatture pagamento rimborso pagare fatura faturas cobraram cobranca`,
	buying: `buy buying purchase purchasing sale sales sell quote quotes order ordering demo subscribe upgrade interested
		comprar compra venta ventas cotizacion pedir acheter achat vente ventes devis commander kaufen kauf verkauf vertrieb
		angebot bestellen rent rents renting rental rentals comprare noleggiare noleggio preventivo alugar aluguel orcamento alquilar alquiler louer location mieten miete`,
	repair: `support help helpdesk broken break broke breaks reset password passwords crash crashed crashing error bug fix repair install installing installation
		troubleshoot technical technician password login log working works problem trouble issue stuck fails failing soporte
		tecnico funciona roto averia arreglar reparar ayuda contrasena soutien technique panne marche repare reparer assistance
		kaputt funktioniert reparieren reparatur technik kundendienst defekt passwort geht funziona rotto rotta guasto guasta riparare quebrou quebrado quebrada conserto consertar`,
	water: `leak leaks leaking flood flooding flooded dripping pipe pipes burst puddle ceiling toilet clogged sink`,
	hiring: `job jobs hiring career careers apply applying application vacancy resume human resources hr recruiting empleo trabajo
		emploi recrutement bewerbung bewerben stelle personal personalabteilung`,
	shipping: `ship shipping shipped shipment delivery deliver delivered package parcel tracking warehouse logistics returns return
		envio envios entrega entregas paquete devolucion livraison livrer colis retour lieferung versand paket rucksendung liefern`,
	mail: `email mail e-mail correo courriel mailadresse`,
	site: `website site web online url pagina sitio internet webseite`,
	contact: `phone telephone number fax telefono numero telephone telefonnummer nummer`,
	pets: `dog dogs pet pets cat cats animal animals perro perros mascota mascotas chien chiens hund hunde haustiere`,
	languages: `language languages spanish french german idioma espanol langue francais sprache deutsch`,
	warranty: `warranty guarantee garantia garantie`,
	booking: `appointment appointments book booking reserve reservation cita citas reservar rendez rendezvous termin termine`,
	offering: `products product services offer make business about productos servicios ofrecen produits proposez produkte bieten`,
};

const topicsByForm = new Map<string, Set<string>>();
for (const [topic, words] of Object.entries(topics))
	for (const word of tokensOf(words))
		for (const form of [word, stemOf(word)])
			topicsByForm.set(form, (topicsByForm.get(form) ?? new Set()).add(topic));

/** The things that a text speaks of. */
export function topicsOf(text: string): Set<string> {
	const topics = new Set<string>();
	for (const token of tokensOf(text))
		for (const topic of topicsByForm.get(token) ?? topicsByForm.get(stemOf(token)) ?? []) topics.add(topic);
	return topics;
}

export function shareTopic(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return [...one].some((topic) => other.has(topic));
}
