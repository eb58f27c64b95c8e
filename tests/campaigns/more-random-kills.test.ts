import { afterAll, beforeAll, describe, it } from "vitest";
import { foundCompany } from "../../services/messaging/test/worker/company.ts";
import { liveBadMinute, totals } from "./bad-minute.ts";

/** The other hundred of two hundred is in another file, which runs beside this one. */
const firstSeed = 101;
const seedsATest = 25;

beforeAll(foundCompany);
afterAll(() => console.log(`Random kills from seed ${firstSeed} on: ${JSON.stringify(totals)}`));

describe("a campaign in a bad minute reaches everybody once", () => {
	it.each([0, 1, 2, 3].map((index) => firstSeed + index * seedsATest))(
		"whatever fails and whoever dies, from seed %i on",
		async (first) => {
			for (let seed = first; seed < first + seedsATest; seed++) await liveBadMinute(seed);
		},
	);
});
