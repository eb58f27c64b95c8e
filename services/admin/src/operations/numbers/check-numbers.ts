import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { NumberCheck } from "@cloudpbx/contracts/extensions/numbers";
import { numberChecks } from "@cloudpbx/db/schema/provisioning";
import { readAlongside } from "../../access/alongside.ts";
import { askService } from "../../ask-service.ts";
import type { Context } from "../../context.ts";

export const latestCheck = readAlongside(({ db }) => [db.select().from(numberChecks).limit(1)] as const);

/** Returns the stored check when it is at most `maxAgeSeconds` old, otherwise a new one. */
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
