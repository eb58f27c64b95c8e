import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";
import type { Db } from "@cloudpbx/db/open-db";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";

/** When two comparisons run at once, the one that began later stays. */
export async function storeCheck(
	{ db }: Context,
	check: { checkedAt: Date; troubles: NumberTrouble[] },
): Promise<void> {
	await db
		.insert(numberChecks)
		.values({ id: 1, ...check })
		.onConflictDoUpdate({
			target: numberChecks.id,
			set: { checkedAt: sql`excluded.checked_at`, troubles: sql`excluded.troubles` },
			setWhere: sql`excluded.checked_at >= ${numberChecks.checkedAt}`,
		});
}

/** A statement for the batch that puts a number in order, or gives it back. */
export function forgetTrouble(db: Db, number: string) {
	return db.update(numberChecks).set({ troubles: troublesWithout(number) });
}

/** The same when something is left that cannot be mended here. */
export function leaveTrouble(db: Db, number: string, trouble: NumberTrouble | null) {
	if (trouble === null) return forgetTrouble(db, number);
	const troubles = sql`json_insert(${troublesWithout(number)}, '$[#]', json(${JSON.stringify(trouble)}))`;
	return db.update(numberChecks).set({ troubles });
}

function troublesWithout(number: string) {
	return sql`(SELECT json_group_array(json(value)) FROM json_each(${numberChecks.troubles})
		WHERE value ->> 'number' <> ${number})`;
}
