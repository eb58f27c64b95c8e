import { findForeignHost } from "./find-foreign-host.ts";
import { listSpelledAmounts } from "./list-spelled-amounts.ts";
import { normaliseSaid } from "./normalise-said.ts";

const publicNumbers = new Set(["911", "988", "112"]);
/** Only a time of day may change its clock: "2 days" in the sources grounds no 14. */
const timeAfter =
	/^\s*(?:[ap]\.?\s?m\b|uhr\b|h(?:eures?)?\b|o['’]?clock|horas?\b|ore\b|in the|(?:-|–|to|until|till|bis|a|à|até|alle)\s*\d)/iu;
const timeBefore =
	/(?<![\p{L}])(?:at|until|till|to|from|by|and|before|after|de|a|à|hasta|las|jusqu['’]à|von|bis|um|ab|dalle|alle|às|das|até|-|–)\s*$/iu;
const numberPattern = /\d+(?:[.,:]\d+)*/g;
const currency =
	"dollars?|bucks?|euros?|pounds?|cents?|percent|per cent|usd|eur|gbp|dólares|pesos|reais|dollari|prozent|%";
const money = new RegExp(
	`[$€£]\\s*(\\d+(?:[.,]\\d+)*)|(\\d+(?:[.,]\\d+)*)\\s*(?:[$€£]|(?:${currency})(?![\\p{L}]))`,
	"giu",
);
/** A number with a currency, or one without a further word. */
const priceOrBare = new RegExp(
	`(?<![\\d.,+(-])(\\d+(?:[.,]\\d+)*)(?=\\s*(?:[$€£]|(?:${currency}|for|per|each|a|an|plus|por|pour|für|per|je)(?![\\p{L}]))|\\s*(?:[.,;)/]?\\s*(?:\\n|$)|[,;)/]|[.](?:\\s|$)))`,
	"giu",
);
const free =
	/(?<![\p{L}])(?:for free|free of charge|is free|are free|free (?:delivery|shipping|repair|visit|service|upgrade|replacement|trial|consultation|estimate)|no charge|at no (?:extra )?cost|complimentary|half[ -]?(?:price|off)|two for one|buy one|gratis|gratuit(?:e|ement)?|kostenlos|umsonst|gratuit[oa]|de graça|sin (?:costo|cargo)|sans frais|mitad de precio|moitié prix|halber preis|zum halben preis|metà prezzo|metade do preço|discount|descuento|rabatt|remise|réduction|sconto|desconto|nachlass)(?![\p{L}])/iu;
const freeOfCharge =
	/free|no charge|no cost|complimentary|gratis|gratuit|kostenlos|umsonst|graça|sin costo|sin cargo|sans frais|half|discount|descuento|rabatt|remise|réduction|sconto|desconto|nachlass|mitad|moitié|halb|metà|metade|% off/iu;
const denial =
	/(?<![\p{L}])(?:not|n['’]t|no|unable|cannot|sorry|unsure|ne|pas|nicht|kein\w*|non|não|lo siento|désolé|leider|purtroppo)(?![\p{L}])/iu;

/** Returns the first number, price or address that the sources do not hold, or null. "17:00" grounds "5 p.m.". */
export function findUngrounded(answer: string, sources: readonly string[]): string | null {
	const said = normaliseSaid(answer);
	const own = sources.map(normaliseSaid);
	const host = findForeignHost(said, own);
	if (host !== null) return host;
	const source = own.join(" \n ").toLowerCase();
	const known = new Set<string>();
	for (const [number] of source.matchAll(numberPattern)) for (const form of formsOf(number)) known.add(form);
	for (const { value } of listSpelledAmounts(source))
		for (const form of formsOf(String(value))) known.add(form);
	const exact = new Set(
		[...source.matchAll(numberPattern)].flatMap(([number]) => formsOf(number).slice(0, 1)),
	);
	for (const { 0: number, index } of said.matchAll(numberPattern)) {
		if (publicNumbers.has(number)) continue;
		const isTime = timeAfter.test(said.slice(index + number.length)) || timeBefore.test(said.slice(0, index));
		const [plain = ""] = formsOf(number);
		if (!exact.has(plain) && !(isTime && formsOf(number).some((form) => known.has(form)))) return number;
	}
	for (const { words, value } of listSpelledAmounts(said))
		if (!formsOf(String(value)).some((form) => known.has(form))) return words;
	return findForeignMoney(said, source) ?? findUngroundedPrice(said, source);
}

/** A source's address or time is no price: "500 Market Street" grounds no "$500". */
function findForeignMoney(said: string, source: string): string | null {
	const prices = new Set([...source.matchAll(priceOrBare)].flatMap(([, number = ""]) => formsOf(number)));
	for (const { value } of listSpelledAmounts(source)) prices.add(String(value));
	const amounts = [
		...[...said.matchAll(money)].map(([, before, after]) => before ?? after ?? ""),
		...listSpelledAmounts(said)
			.filter(({ isMoney }) => isMoney)
			.map(({ value }) => String(value)),
	];
	return amounts.find((amount) => !formsOf(amount).some((form) => prices.has(form))) ?? null;
}

function findUngroundedPrice(said: string, source: string): string | null {
	if (freeOfCharge.test(source)) return null;
	for (const sentence of said.split(/(?<=[.!?])\s+/)) {
		const price = free.exec(sentence)?.[0];
		if (
			price !== undefined &&
			!denial.test(sentence.replace(/no (?:charge|extra cost|cost)/i, "")) &&
			!sentence.endsWith("?")
		)
			return price;
	}
	return null;
}

function formsOf(number: string): string[] {
	const time = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(number);
	const hour = Number(time?.[1]);
	if (time === null || hour > 24) return [number.replace(/[.,](?=\d{3}\b)/g, "").replace(/[.,]0+$/, "")];
	const minutes = time[2] === undefined || time[2] === "00" ? "" : `:${time[2]}`;
	return [`${hour}${minutes}`, `${(hour + 12) % 24}${minutes}`];
}
