import { afterAll, beforeAll, describe, it } from "vitest";
import { foundCompany } from "../../../messaging/test/worker/company.ts";
import { liveBadMinute, totals } from "./bad-minute.ts";

const seedsATest = 25;

beforeAll(foundCompany);
afterAll(() => console.log(`Random kills over 200 seeds, near and far: ${JSON.stringify(totals)}`));

describe.each([0, 150])("with %i ms for each round trip to the database", (databaseMilliseconds) => {
	it.each([0, 1, 2, 3, 4, 5, 6, 7].map((index) => 1 + index * seedsATest))(
		"a campaign reaches every recipient once despite random faults and deaths, from seed %i on",
		async (first) => {
			for (let seed = first; seed < first + seedsATest; seed++)
				await liveBadMinute(seed, databaseMilliseconds);
		},
	);
});
