import { openDb } from "@cloudpbx/db/open-db";
import { measureDatabase } from "@cloudpbx/kit/measure-database";
import { type Stage, testEnv } from "../stage.ts";

export const plan = {
	name: "Sale",
	message: "Our sale starts today. Reply STOP to opt out.",
	quietHours: false,
};

export function measured(stage: Stage) {
	const { database, cost } = measureDatabase(testEnv.DB);
	return { campaigns: { ...stage.owner, db: openDb(database) }, cost };
}

export function numbers(count: number) {
	return Array.from({ length: count }, (_, index) => ({ number: `+1212${2_000_000 + index}` }));
}
