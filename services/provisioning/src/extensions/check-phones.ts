import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { readSettings } from "@cloudpbx/contracts/office/settings";
import { settings } from "@cloudpbx/db/schema/admin";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { explainForbiddenNumber } from "@cloudpbx/domain/numbering/country-of-number";
import { readForwardNumber } from "@cloudpbx/domain/numbering/read-number";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "../context.ts";

export interface Phones {
	forwardTo: string | null;
	alsoRing: string[];
}

/** E.164; absent fields stay absent. Refuses our own numbers and countries that are switched off. One round trip at most. */
export async function checkPhones(
	{ db, country }: Context,
	wish: { forwardTo?: string | null | undefined; alsoRing?: readonly string[] | undefined },
): Promise<Result<Partial<Phones>>> {
	const typed = [
		...(wish.forwardTo ? [{ field: "forwardTo", text: wish.forwardTo }] : []),
		...(wish.alsoRing ?? []).map((text) => ({ field: "alsoRing", text })),
	];
	const phones: { field: string; number: string }[] = [];
	for (const { field, text } of typed) {
		const read = readForwardNumber(text, country);
		if (!read.ok) return refuse("bad_input", `${field}: ${read.reason}`);
		phones.push({ field, number: read.number });
	}
	const numbers = phones.map(({ number }) => number);
	if (numbers.length > 0) {
		const [own, countries] = await db.batch([
			db
				.select({ number: phoneNumbers.number })
				.from(phoneNumbers)
				.where(inArray(phoneNumbers.number, numbers)),
			db
				.select({ key: settings.key, value: settings.value })
				.from(settings)
				.where(eq(settings.key, "callCountries")),
		]);
		const { callCountries } = readSettings(countries);
		for (const { field, number } of phones) {
			const forbidden = explainForbiddenNumber(number, callCountries);
			if (forbidden !== null) return refuse("bad_input", `${field}: ${forbidden}`);
			if (own.some((one) => one.number === number)) {
				const why = "This is one of your own numbers; its calls would go round in a circle.";
				return refuse("bad_input", `${field}: ${why}`);
			}
		}
	}
	const of = (field: string) => phones.filter((phone) => phone.field === field).map(({ number }) => number);
	return accept({
		...(wish.forwardTo !== undefined && { forwardTo: of("forwardTo")[0] ?? null }),
		...(wish.alsoRing !== undefined && { alsoRing: of("alsoRing") }),
	});
}

export function explainPhones({ forwardTo, alsoRing }: Phones): string | null {
	if (alsoRing.length === 0) return null;
	if (forwardTo === null)
		return "alsoRing: These ring with the first telephone, forwardTo, and there is none.";
	const twice = [forwardTo, ...alsoRing].find((number, index, all) => all.indexOf(number) !== index);
	return twice === undefined ? null : `alsoRing: ${twice} is there twice.`;
}
