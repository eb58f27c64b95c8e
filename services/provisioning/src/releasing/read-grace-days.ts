import { NumberGraceDays } from "@cloudpbx/contracts/extensions/number-grace-days";
import { settings } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";

/** The owner's setting, else the installer's, else the default. An invalid value counts as absent. */
export async function readGraceDays({ db, graceDays }: Context): Promise<number> {
	const [row] = await db
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, "numberGraceDays"));
	const valid = [row?.value, graceDays].find(
		(value) => value !== undefined && NumberGraceDays.safeParse(value).success,
	);
	return NumberGraceDays.parse(valid);
}
