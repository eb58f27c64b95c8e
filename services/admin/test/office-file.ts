export interface OfficeFile {
	bytes: Uint8Array<ArrayBuffer>;
	kind: string;
	rows: { number: string; fields: Record<string, string>; state: string; timeZone: string; reason: string }[];
}

const encodings = [
	"utf-8",
	"utf-8 mark",
	"utf-16le",
	"utf-16le mark",
	"utf-16be",
	"utf-16be mark",
	"windows-1252",
] as const;
const separators = [",", ";", "\t", "|"] as const;
const lineEnds = ["\n", "\r\n", "\r"] as const;
const numberHeadings =
	"number,Number,Phone,PHONE NUMBER,phone_number,Mobile,Mobile Phone,Cell,Cell Phone,Cell #,Telefon,Tel.,Teléfono,Phone 1 - Value,Phone*,Primary Phone,phoneNumber,Contact Phone,Handy,Téléphone,Customer Mobile Number,Phone (required),SMS Number,Work Phone,Telephone No.".split(
		",",
	);
const nameHeadings = "First Name,Given Name,firstName,Name,Contact,Vorname,Customer Name".split(",");
const noteHeadings = "Notes,Zip,City,Company,E-mail Address,Birthday,Account ID".split(",");
const stateHeadings = "State,State/Province,Home State,Province,state_code,Billing State".split(",");
const zoneHeadings = "Time Zone,timezone,TZ,time_zone".split(",");
const reasonHeadings = "Reason,reason,Grund".split(",");
const names = [
	"Ann",
	"José",
	"Zoë Größe",
	"Renée O’Brien",
	'Bob "The Man" Lee',
	"Smith, John",
	"a;b",
	"tab\there",
	"bar|bar",
	"two\nlines",
	"D'Arcy",
	"Ünal",
	"=x",
	"50%",
	"",
	"-",
];
const areas = ["415", "212", "305", "312", "808", "907"];

/** Deterministic by seed. */
export function makeOfficeFile(seed: number): OfficeFile {
	const random = makeRandom(seed);
	const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
	const encoding = pick(encodings);
	const separator = pick(separators);
	const lineEnd = pick(lineEnds);
	const isQuotingAll = random() < 0.3;
	const hasHeading = random() < 0.85;
	const saysSeparator = random() < 0.3;
	const columns = shuffle(
		[
			{ is: "number", heading: pick(numberHeadings) },
			{ is: "name", heading: pick(nameHeadings) },
			...(random() < 0.5 ? [{ is: "note", heading: pick(noteHeadings) }] : []),
			...(random() < 0.4 ? [{ is: "state", heading: pick(stateHeadings) }] : []),
			...(random() < 0.4 ? [{ is: "zone", heading: pick(zoneHeadings) }] : []),
			{ is: "reason", heading: pick(reasonHeadings) },
		],
		random,
	);
	const nameHeading = columns.find(({ is }) => is === "name")?.heading ?? "";
	const reasonHeading = columns.find(({ is }) => is === "reason")?.heading ?? "";
	const noteHeading = columns.find(({ is }) => is === "note")?.heading;
	const rows = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, at) => {
		const national = `${pick(areas)}555${String(1000 + Math.floor(random() * 8999))}`;
		const isWide = encoding.startsWith("utf");
		const cells = {
			number: writeNumber(national, pick, isWide),
			name: pick(names),
			note: pick(["94110", "San Francisco", "", "a@b.example"]),
			state: pick(["FL", "Florida", "US-CA", "n. y.", ""]),
			zone: pick(["America/Chicago", "US/Eastern", "UTC", ""]),
			reason: pick(["by letter", "asked, twice", 'said "no"', `reason ${at}`]),
		};
		return { national, cells };
	});
	const quote = (cell: string) =>
		isQuotingAll || cell.includes(separator) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell)
			? `"${cell.replaceAll('"', '""')}"`
			: cell;
	const lines = [
		...(saysSeparator ? [`sep=${separator}`] : []),
		...(hasHeading ? [columns.map(({ heading }) => quote(heading)).join(separator)] : []),
		...rows.map(({ cells }) =>
			columns.map(({ is }) => quote(cells[is as keyof typeof cells])).join(separator),
		),
	];
	const text = lines.join(lineEnd) + (random() < 0.7 ? lineEnd : "") + (random() < 0.2 ? lineEnd : "");
	return {
		bytes: encode(text, encoding),
		kind: JSON.stringify({
			seed,
			encoding,
			separator,
			lineEnd,
			isQuotingAll,
			hasHeading,
			saysSeparator,
			columns,
		}),
		rows: rows.map(({ national, cells }) => ({
			number: `+1${national}`,
			state: columns.some(({ is }) => is === "state") && hasHeading ? cells.state : "",
			timeZone: columns.some(({ is }) => is === "zone") && hasHeading ? cells.zone : "",
			reason: hasHeading ? cells.reason : "imported",
			fields: hasHeading
				? Object.fromEntries(
						[
							[nameHeading, cells.name] as const,
							[reasonHeading, cells.reason] as const,
							...(noteHeading === undefined ? [] : [[noteHeading, cells.note] as const]),
						].filter(([, value]) => value.trim() !== ""),
					)
				: {},
		})),
	};
}

function writeNumber(
	national: string,
	pick: <Item>(items: readonly Item[]) => Item,
	isWide: boolean,
): string {
	const [area, exchange, line] = [national.slice(0, 3), national.slice(3, 6), national.slice(6)];
	const plain = [
		`+1${national}`,
		national,
		`1${national}`,
		`(${area}) ${exchange}-${line}`,
		`${area}.${exchange}.${line}`,
		`${area}-${exchange}-${line}`,
		`+1 ${area} ${exchange} ${line}`,
		`="${national}"`,
		`'${national}`,
		`${national}.0`,
		`tel:+1-${area}-${exchange}-${line}`,
		`${area}\u00a0${exchange}\u00a0${line}`,
		`+1 (${area}) ${exchange}/${line}`,
		`001 ${area} ${exchange} ${line}`,
	];
	const wide = [
		`\u202a+1 ${area}\u2011${exchange}\u2011${line}\u202c`,
		`\u200b${national}\ufeff`,
		`\u2066(${area}) ${exchange}–${line}\u2069`,
		[...national].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(""),
		`+1 ${area}−${exchange}−${line}`,
	];
	return pick(isWide ? [...plain, ...wide] : plain);
}

const windowsBytes = new Map([
	["’", 0x92],
	["–", 0x96],
]);

function encode(text: string, encoding: (typeof encodings)[number]): Uint8Array<ArrayBuffer> {
	if (encoding.startsWith("utf-8"))
		return Uint8Array.from(new TextEncoder().encode(encoding.endsWith("mark") ? `\uFEFF${text}` : text));
	if (encoding === "windows-1252") {
		return Uint8Array.from([...text].map((sign) => windowsBytes.get(sign) ?? sign.charCodeAt(0)));
	}
	const whole = encoding.endsWith("mark") ? `\uFEFF${text}` : text;
	const units = Array.from({ length: whole.length }, (_, at) => whole.charCodeAt(at));
	const isLittle = encoding.startsWith("utf-16le");
	return Uint8Array.from(
		units.flatMap((unit) => (isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])),
	);
}

function shuffle<Item>(items: Item[], random: () => number): Item[] {
	return items
		.map((item) => ({ item, order: random() }))
		.sort((one, other) => one.order - other.order)
		.map(({ item }) => item);
}

/** Mulberry32, a small generator that is the same everywhere. */
function makeRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
