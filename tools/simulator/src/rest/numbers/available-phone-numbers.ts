import { Hono } from "hono";
import type { NetworkContext } from "../../context.ts";
import { areaCodes, placeOf } from "../../geography.ts";
import type { PhoneNumber } from "../../numbers.ts";
import { ResourceNotFound, RestError } from "../rest-error.ts";
import { formatNumber } from "./format-number.ts";
import { hasNumbers, listInventory, listOwned, tollFreeCodes } from "./inventory.ts";

const pageSizeDefault = 50;
const keypad = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];
const features = ["VoiceEnabled", "SmsEnabled", "MmsEnabled"];

export function availablePhoneNumberRoutes(ctx: NetworkContext): Hono {
	const root = `/2010-04-01/Accounts/${ctx.account.sid}/AvailablePhoneNumbers`;
	return new Hono().get("/AvailablePhoneNumbers/:country/:kind{Local|TollFree|Mobile}", (context) => {
		const { country, kind } = context.req.param();
		if (country !== "US" && country !== "CA") throw new ResourceNotFound();
		const query = new URL(context.req.url).searchParams;
		const wanted = kind === "TollFree" ? "toll-free" : "local";
		const isStocked =
			country === "US" && kind !== "Mobile" && features.every((name) => query.get(name) !== "false");
		const numbers = isStocked ? searchNumbers(ctx, query, wanted) : [];
		const view = (number: string) => toNumberResource(number, wanted);
		return context.json({
			uri: `${root}/${country}/${kind}.json`,
			available_phone_numbers: numbers.map(view),
		});
	});
}

function searchNumbers(ctx: NetworkContext, query: URLSearchParams, kind: PhoneNumber["kind"]): string[] {
	const areaCode = query.get("AreaCode");
	const codes = areaCode ? [areaCode] : kind === "toll-free" ? tollFreeCodes : Object.keys(areaCodes);
	const pattern = readPattern(query.get("Contains"));
	const size = Number(query.get("PageSize") ?? pageSizeDefault) || pageSizeDefault;
	const owned = listOwned(ctx);
	return codes
		.filter((code) => hasNumbers(code, kind))
		.flatMap((code) => listInventory(code, owned))
		.filter((number) => pattern.test(number) && isIn(number, query))
		.slice(0, size);
}

/** 2 to 16 characters: digits, letters of the keypad, and `*` for any digit. */
function readPattern(contains: string | null): RegExp {
	if (!contains) return /^/;
	const digits = contains.toUpperCase().replace(/[A-Z]/g, (letter) => {
		return String(keypad.findIndex((letters) => letters.includes(letter)) + 2);
	});
	if (contains.length < 2 || contains.length > 16 || !/^\+?[\d*]+$/.test(digits)) {
		throw new RestError(400, 21421, `Contains is not valid: ${contains}`);
	}
	return new RegExp(digits.replace("+", "\\+").replaceAll("*", "\\d"));
}

function isIn(number: string, query: URLSearchParams): boolean {
	const place = placeOf(number);
	const matches = (name: string, value: string) => {
		const wanted = query.get(name);
		return !wanted || wanted.toLowerCase() === value.toLowerCase();
	};
	return (
		matches("InRegion", place.state) &&
		matches("InLocality", place.city) &&
		matches("InPostalCode", place.zip)
	);
}

function toNumberResource(number: string, kind: PhoneNumber["kind"]): Record<string, unknown> {
	const { city, state, zip } = placeOf(number);
	return {
		friendly_name: formatNumber(number),
		phone_number: number,
		lata: null,
		rate_center: kind === "local" && city ? city.toUpperCase().replace(/[^A-Z]/g, "") : null,
		locality: city || null,
		region: state || null,
		postal_code: zip || null,
		latitude: null,
		longitude: null,
		iso_country: "US",
		address_requirements: "none",
		beta: false,
		capabilities: { voice: true, SMS: true, MMS: true, sms: true, mms: true },
	};
}
