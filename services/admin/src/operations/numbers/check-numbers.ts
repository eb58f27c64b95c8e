import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { NumberCheck } from "@cloudpbx/contracts/extensions/numbers";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { readAlongside } from "../../access/alongside.ts";
import { askService } from "../../ask-service.ts";
import type { Context } from "../../context.ts";

/** One statement, for the batch that finds out who asks. */
export const latestCheck = readAlongside(({ db }) => [db.select().from(numberChecks).limit(1)] as const);

/** The latest comparison with the carrier when it began at most so many seconds ago; otherwise, and without a number, a new one. */
export async function checkNumbers(
	{ provisioning, now }: Context,
	[[latest]]: ReturnType<typeof latestCheck.of>,
	maxAgeSeconds: number | undefined,
): Promise<Result<NumberCheck>> {
	if (latest !== undefined && maxAgeSeconds !== undefined) {
		const { checkedAt, troubles } = latest;
		const ageMilliseconds = now.getTime() - checkedAt.getTime();
		if (ageMilliseconds <= maxAgeSeconds * 1000) {
			return accept({ checkedAt: checkedAt.toISOString(), troubles });
		}
	}
	return askService("provisioning", provisioning.checkNumbers());
}
