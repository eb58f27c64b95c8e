export interface ForeignField {
	/** As it stands in the message. */
	text: string;
	/** How it is written here; null where it is no field that could be. */
	suggestion: string | null;
	/** False: it may be meant as it stands. */
	isSure: boolean;
}

/** Our own, with the word behind its bar. */
const own = /\{\{\s*[\p{L}\p{N}_][\p{L}\p{N}_ .-]{0,63}?\s*(?:\|([^{}]*))?\}\}/gu;
/** Names of ours that are orders of other systems. */
const orders =
	/^\{\{\s*(?:else|end|endif|end if|endfor|endunless|endcase|this|if .*|unless .*|for .*|each .*|unsubscribe)\s*\}\}$/i;
/** What other systems write behind a bar, instead of the word itself. */
const filter =
	/^\s*(?:default|fallback|capitali[sz]e|upcase|downcase|upper|lower|title|titleize|titlecase|date|truncate|escape|strip|trim|first|last|replace|append|prepend|e|raw|safe)\s*(?:[:=(]|$)|^\s*(["'‘’“”]).*["'‘’“”]\s*$|^\s*\||\|/is;

/** Words that stand for something about a recipient wherever they are marked as one. */
const knownWords = new Set(
	`firstname lastname fullname name fname lname surname nickname middlename givenname familyname forename salutation
	customername clientname contactname username yourname patientname guestname membername agentname doctorname companyname
	businessname storename productname servicename eventname recipientname subscribername leadname petname studentname
	customer client contact patient guest recipient subscriber company business organization organisation
	email emailaddress mail phone phonenumber mobile mobilenumber cell telephone address street city state zip zipcode postcode
	postalcode country date time day month year appointment appointmentdate appointmenttime datetime startdate enddate duedate
	birthday birthdate dob age gender amount total price balance discount currency code couponcode promocode coupon discountcode
	vouchercode otp pin link url trackinglink trackingurl website shortlink bookinglink reviewlink paymentlink order ordernumber
	orderid invoice invoicenumber invoiceid trackingnumber product service location store branch position jobtitle
	custom customfield field placeholder variable merge mergefield tag value text optout optoutlink unsubscribe unsubscribelink
	id userid customerid contactid first last firstnamehere namehere insertname insertfirstname inserthere yourcompany
	vorname nachname nombre apellido prenom nom empresa anrede firma`.split(/\s+/),
);

const name = String.raw`\p{L}[\p{L}\p{N}_.:-]*`;
/** What stands between the marks of another system, with what it is called as the first group. */
interface Form {
	pattern: RegExp;
	/** Whether such a thing may be text: it is a field for sure only when its name is one. */
	mayBeText: boolean;
	/** Nothing such as a mere name: an order, or half of something. */
	isNoName?: boolean;
}

const forms: readonly Form[] = [
	// Mustache, Liquid, Handlebars, Jinja, ERB: what is left once our own are taken out.
	{ pattern: /\{\{\{?\s*([^{}]*?)\s*\}\}\}?/gu, mayBeText: false },
	{ pattern: /\{%[^%]*%\}|<%[^%]*%>|\{#[^#]*#\}/gu, mayBeText: false, isNoName: true },
	{ pattern: /\*\|([^|*]{1,80})\|\*/gu, mayBeText: false },
	{ pattern: /\[\[\s*([^[\]]{1,80}?)\s*\]\]/gu, mayBeText: false },
	{ pattern: /<<+\s*([^<>]{1,80}?)\s*>>+/gu, mayBeText: true },
	{ pattern: /«\s*([^«»]{1,80}?)\s*»/gu, mayBeText: true },
	{ pattern: /[$#%@]\{\s*([^{}]{1,80}?)\s*\}/gu, mayBeText: false },
	{ pattern: /\{\s*([^{}]{1,80}?)\s*\}/gu, mayBeText: true },
	{ pattern: /%\((\w{1,60})\)[sd]/gu, mayBeText: false },
	{ pattern: new RegExp(`(?<![\\p{N}%])%{1,2}(${name})%{1,2}(?![\\p{N}])`, "gu"), mayBeText: false },
	{ pattern: /\[\s*([^[\]]{1,80}?)\s*\]/gu, mayBeText: true },
	{ pattern: /<\s*([^<>]{1,80}?)\s*>/gu, mayBeText: true },
	{
		pattern: new RegExp(`(?<![\\p{L}\\p{N}@])@{1,2}(${name})@{1,2}(?![\\p{L}\\p{N}])`, "gu"),
		mayBeText: true,
	},
	{
		pattern: new RegExp(`(?<![\\p{L}\\p{N}#])#{1,2}(${name})#{1,2}(?![\\p{L}\\p{N}])`, "gu"),
		mayBeText: true,
	},
	{ pattern: new RegExp(`(?<![\\p{L}\\p{N}$])\\$(${name})\\$`, "gu"), mayBeText: true },
	{
		pattern: new RegExp(`(?<![\\p{L}\\p{N}|])\\|{1,2}(${name})\\|{1,2}(?![\\p{L}\\p{N}])`, "gu"),
		mayBeText: true,
	},
	{ pattern: new RegExp(`(?<![\\p{L}\\p{N}~^])[~^](${name})[~^](?![\\p{L}\\p{N}])`, "gu"), mayBeText: true },
	{
		pattern: /(?<![\p{L}\p{N}_])__+(\p{L}[\p{L}\p{N}]*(?:_\p{L}[\p{L}\p{N}]*)*)__+(?![\p{L}\p{N}_])/gu,
		mayBeText: true,
	},
	{ pattern: /\(\(\s*([^()]{1,80}?)\s*\)\)/gu, mayBeText: true },
];

/** Signs that open or close a field and have no other half. */
const halves = /\{\{+\s*[^{}\s]{0,40}|[^{}\s]{0,40}\s*\}\}+|\*\||\|\*|\{%|%\}|<%|%>/gu;
/** A name that is written as only programs write them. */
const programName =
	/(?<![\p{L}\p{N}_@#./-])(?:\p{Lu}+(?:_\p{Lu}+)+|\p{Ll}+(?:_\p{Ll}+)+|\p{Ll}+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)(?![\p{L}\p{N}_@./-])/gu;
/** `$firstName`, `:first_name`. */
const markedName = /(?<![\p{L}\p{N}$:])[$:](\p{L}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_:])/gu;
/** `%s` and `%1$s` of programs. */
const format = /(?<![\p{N}%])%(?:\d\$)?[sd@](?![\p{L}\p{N}%])/gu;

/**
 * Merge fields as other systems write them, which would go out as they stand: each once, in the order of the message. Sure ones are no
 * sensible text; the others are worth a look. Linear in the length of the message.
 */
export function findForeignFields(message: string): ForeignField[] {
	const found: (ForeignField & { at: number })[] = [];
	const note = (at: number, text: string, isSure: boolean, suggestion: string | null) => {
		found.push({ at, text: text.slice(0, 80), isSure, suggestion });
	};
	let text = normalise(message);
	// Taken out one form after the other, so that nothing is found twice; the places stay.
	text = text.replace(/\{\{\{[^{}]*\}\}\}/gu, (whole, at: number) => {
		note(at, whole, true, suggest(whole.slice(3, -3)));
		return blank(whole);
	});
	text = text.replace(own, (whole: string, otherwise: string | undefined, at: number) => {
		// One in wide braces, or with something unseen in it, is none of ours.
		const isForeign =
			orders.test(whole) || (otherwise !== undefined && filter.test(otherwise)) || !message.includes(whole);
		if (isForeign) note(at, whole, true, orders.test(whole) ? null : suggest(whole.slice(2, -2)));
		// What is said instead may hold the field of another system.
		return isForeign || otherwise === undefined ? blank(whole) : whole.replace(/^\{\{[^|]*\||\}\}$/g, blank);
	});
	for (const { pattern, mayBeText, isNoName = false } of forms) {
		text = text.replace(pattern, (whole: string, ...groups: unknown[]) => {
			const inner = typeof groups[0] === "string" ? groups[0] : "";
			const at = groups.find((group): group is number => typeof group === "number") ?? 0;
			const likeness = isNoName ? "sure" : judge(whole, inner, mayBeText);
			if (likeness !== "none") note(at, whole, likeness === "sure", isNoName ? null : suggest(inner));
			return blank(whole);
		});
	}
	for (const { 0: whole, index } of text.matchAll(halves)) note(index, whole.trim(), true, null);
	for (const { 0: whole, index } of text.matchAll(format)) note(index, whole, true, null);
	for (const { 0: whole, 1: inner = "", index } of text.matchAll(markedName)) {
		if (isKnown(inner) && (whole.startsWith("$") || /[_\p{Lu}]/u.test(inner.slice(1)) || inner.length > 4)) {
			note(index, whole, true, suggest(inner));
		}
	}
	for (const { 0: whole, index } of text.matchAll(programName)) {
		if (isKnown(whole)) note(index, whole, /_/.test(whole), suggest(whole));
	}
	found.sort((one, other) => one.at - other.at);
	return found
		.filter((field, index) => found.findIndex(({ text: earlier }) => earlier === field.text) === index)
		.map(({ text: written, suggestion, isSure }) => ({ text: written, suggestion, isSure }));
}

/** Braces, brackets and signs of every width as the usual ones, without what nobody sees between them. */
function normalise(message: string): string {
	return message
		.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
		.replace(/[❴⦃﹛]/g, "{")
		.replace(/[❵⦄﹜]/g, "}")
		.replace(/[【〔〖]/g, "[")
		.replace(/[】〕〗]/g, "]")
		.replace(/[‹〈⟨]/g, "<")
		.replace(/[›〉⟩]/g, ">")
		.replace(/&lt;/gi, "<")
		.replace(/&gt;/gi, ">")
		.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
}

function blank(text: string): string {
	return " ".repeat(text.length);
}

function judge(whole: string, inner: string, mayBeText: boolean): "sure" | "perhaps" | "none" {
	if (!/\p{L}/u.test(inner))
		return /^\{\s*\d{1,2}\s*\}$/.test(whole) ? "perhaps" : mayBeText ? "none" : judgeEmpty(whole);
	if (!mayBeText) return /^%[0-9a-f]{2}%$/i.test(whole) ? "none" : "sure";
	if (/^<\s*(?:https?:|mailto:|tel:|www\.)|^<[^<>@\s]+@[^<>@\s]+>$/i.test(whole)) return "none";
	const [bare = "", otherwise] = inner.split(/[|,]\s*(?=\p{L}+\s*=)|\|/u);
	if (otherwise !== undefined && !/^[#~@(]/.test(whole))
		return isName(bare) || whole.startsWith("{") ? "sure" : "perhaps";
	if (
		isKnown(bare) ||
		/^(?:insert|enter|your|recipient'?s?|customer'?s?|client'?s?|contact'?s?)\b/i.test(bare)
	) {
		return isShouted(bare) || !whole.startsWith("(") || whole.startsWith("((") ? "sure" : "perhaps";
	}
	if (isProgramName(bare)) return "sure";
	// A word in braces is hardly ever text.
	if (whole.startsWith("{")) return isName(bare) ? "sure" : "perhaps";
	if (/^<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>$/i.test(whole)) return "perhaps";
	if (whole.startsWith("<<") && isName(bare)) return "sure";
	return /^[@$|~^]/.test(whole) && isName(bare) ? "perhaps" : "none";
}

function judgeEmpty(whole: string): "sure" | "none" {
	return whole.startsWith("{{") || whole.startsWith("*|") ? "sure" : "none";
}

function isShouted(text: string): boolean {
	return text === text.toUpperCase();
}

/** One word, as fields are called. */
function isName(text: string): boolean {
	return /^\p{L}[\p{L}\p{N}_.-]*$/u.test(text.trim());
}

/** `FIRST_NAME`, `first_name`, `contact.name`, `firstName`. */
function isProgramName(text: string): boolean {
	const word = text.trim();
	return /^\p{L}[\p{L}\p{N}]*(?:[_.]\p{L}[\p{L}\p{N}]*)+$/u.test(word) || /^\p{Ll}+\p{Lu}\p{L}*$/u.test(word);
}

/** Whether its last words, or all of them, are what fields are called: `contact.first_name`, `Customer First Name`. */
function isKnown(text: string): boolean {
	const words = text
		.trim()
		.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== "");
	if (words.length === 0 || words.length > 5) return false;
	if (knownWords.has(words.join(""))) return true;
	const owners =
		/^(?:contact|customer|client|recipient|user|lead|subscriber|patient|guest|member|person|company|custom|my|the|your|first|last|insert|field|merge|order|appointment)$/;
	return (
		owners.test(words[0] ?? "") &&
		words.slice(1).some((_, at) => knownWords.has(words.slice(at + 1).join("")))
	);
}

/** The word that another system says where there is no value. */
const wordBehindBar =
	/(?:default|fallback)\s*[:=(]\s*["'‘’“”]?([^"'‘’“”|)}]*)|\|\s*["'‘“]?([^"'‘’“”|:]+)["'’”]?\s*$/iu;

/** `contact.name | default: 'there'` is `{{contact.name|there}}` here. */
function suggest(inner: string): string | null {
	const [, first = ""] = /^[\s#&^>!/$]*([^|,:?=]*)/u.exec(inner) ?? [];
	const field = first
		.replace(/[^\p{L}\p{N}_ .-]+/gu, " ")
		.replace(/^[\s._-]+|[\s._-]+$/g, "")
		.slice(0, 64);
	if (!/\p{L}/u.test(field)) return null;
	const [, quoted, plain] = wordBehindBar.exec(inner) ?? [];
	const word = (quoted ?? plain ?? "").trim();
	return `{{${field}${word === "" || filter.test(word) ? "" : `|${word}`}}}`;
}

/** One sentence for a refusal; null: there is nothing to refuse. */
export function refuseForeignFields(message: string): string | null {
	const sure = findForeignFields(message).filter(({ isSure }) => isSure);
	if (sure.length === 0) return null;
	return tellForeignFields(sure);
}

/** Which they are, and how to write them. */
export function tellForeignFields(fields: readonly ForeignField[]): string {
	const shown = fields.slice(0, 5);
	const texts = shown.map(({ text }) => `“${text}”`).join(", ");
	const [example] = shown.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion]));
	const isOne = fields.length === 1;
	return `${texts} ${isOne ? "is" : "are"} no field here and would be sent as ${isOne ? "it stands" : "they stand"}. A field is written ${example ?? "{{firstName}}"}, with a word for those who have none ${withWord(example)}.`;
}

function withWord(example: string | undefined): string {
	if (example === undefined) return "{{firstName|there}}";
	return example.includes("|") ? example : `${example.slice(0, -2)}|there}}`;
}
