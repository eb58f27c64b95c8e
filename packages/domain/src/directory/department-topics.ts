interface Concept {
	names: readonly string[];
	topics: readonly string[];
}

const concepts: readonly Concept[] = [
	{
		names: words("sales ventas venta ventes commercial vertrieb verkauf vendas"),
		topics: words(
			"buy buying purchase purchasing quote quotation pricing price demo subscribe comprar compra cotizacion precio acheter devis prix kaufen angebot preis",
		),
	},
	{
		names: words("support helpdesk technical technik kundendienst soporte suporte"),
		topics: words(
			"broken break crashed crash error bug install installation repair fix troubleshoot troubleshooting password login roto averia funciona arreglar reparar panne marche reparer kaputt reparieren funktioniert stuck assistance",
		),
	},
	{
		names: words(
			"billing accounting accounts finance facturacion contabilidad facturation comptabilite buchhaltung rechnungsabteilung abrechnung faturamento",
		),
		topics: words(
			"bill billed invoice invoices payment payments pay paid charge charged charges refund overcharged receipt factura facturas pago pagar cobro cobraron reembolso facture paiement payer remboursement rechnung rechnungen zahlung bezahlen",
		),
	},
	{
		names: words("hr personnel recruiting recruitment careers rrhh humanos humaines personalabteilung human"),
		topics: words(
			"hiring vacancy resume apply application applying empleo trabajo emploi bewerbung bewerben",
		),
	},
	{
		names: words("reception receptionist frontdesk operator recepcion accueil empfang zentrale sekretariat"),
		topics: [],
	},
	{
		names: words(
			"shipping delivery logistics warehouse dispatch envios entregas almacen livraison expedition versand lager",
		),
		topics: words(
			"package parcel delivered shipment tracking shipped paquete envio entrega colis paket lieferung",
		),
	},
	{
		names: words(
			"facilities maintenance building janitor caretaker superintendent hausmeister mantenimiento manutenzione",
		),
		topics: words(
			"leak leaks leaking flood flooding flooded dripping pipe pipes burst puddle ceiling toilet clogged sink heating heater boiler elevator lightbulb mold",
		),
	},
	{
		names: words("marketing media prensa presse mercadeo"),
		topics: words("advertising sponsor sponsorship journalist interview publicidad periodista werbung"),
	},
	{
		names: words("legal compliance juridico rechtsabteilung juridique"),
		topics: words("lawyer lawsuit contract subpoena abogado contrato avocat anwalt vertrag"),
	},
	{
		names: words("service serviceabteilung kundenservice servicio atencion clientele"),
		topics: words("complaint complain queja reclamacion reclamation beschwerde"),
	},
];

const generic = new Set(
	words("department dept team and of the customer y de departamento equipo abteilung service desk human"),
);

/** Returns the folded words for a department's name, translations included. */
export function listDepartmentNames(department: readonly string[]): Set<string> {
	const own = department.filter((word) => !generic.has(word));
	const names = new Set(own.length > 0 ? own : department);
	for (const concept of conceptsOf(department))
		for (const name of concept.names) if (!generic.has(name)) names.add(name);
	return names;
}

/** Returns the folded words of callers who need this department without naming it. */
export function listDepartmentTopics(department: readonly string[]): Set<string> {
	return new Set(conceptsOf(department).flatMap((concept) => concept.topics));
}

/** Returns the topics of every concept that a purpose's words belong to. */
export function listRelatedTopics(purpose: readonly string[]): {
	topics: ReadonlySet<string>;
	isForRepair: boolean;
} {
	const found = concepts.filter(({ names, topics }) =>
		purpose.some((word) =>
			[...names, ...topics].some((one) => one === word || one === word.replace(/s$/, "")),
		),
	);
	return {
		topics: new Set(found.flatMap(({ topics }) => topics)),
		isForRepair: found.some(({ names }) => names.includes("support")),
	};
}

function conceptsOf(department: readonly string[]): Concept[] {
	return concepts.filter((concept) => department.some((word) => concept.names.includes(word)));
}

function words(list: string): string[] {
	return list.split(/\s+/);
}
