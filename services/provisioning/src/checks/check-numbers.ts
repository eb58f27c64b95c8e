import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import type { NumberCheck } from "@cloudpbx/contracts/extensions/numbers";
import { extensions, numberOrders, phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { findServicesOfNumbers, routeOfService } from "@cloudpbx/twilio/rest/messaging-services";
import { findDrift } from "@cloudpbx/twilio/rest/rented-number";
import { listRentedNumbers } from "@cloudpbx/twilio/rest/rented-numbers";
import { sql } from "drizzle-orm";
import { explainProblem } from "../carrier/explain-problem.ts";
import type { Context } from "../context.ts";
import { compareNumbers } from "../domain/compare-numbers.ts";
import { readExtensionLabel } from "../domain/number-label.ts";
import { storeCheck } from "./store-check.ts";

export async function checkNumbers(ctx: Context): Promise<Result<NumberCheck>> {
	const { db, carrier, webhooks, addressFault, now } = ctx;
	// Against a wrong address every right number would be called wrong.
	if (addressFault) return refuse("precondition_failed", addressFault);
	const checkedAt = now();
	const [there, services] = await Promise.all([listRentedNumbers(carrier), findServicesOfNumbers(carrier)]);
	if (!there.ok) return { ok: false, error: explainProblem(there.problem) };
	if (!services.ok) return { ok: false, error: explainProblem(services.problem) };
	const serviceOf = (number: string) => {
		const service = services.value.get(number);
		return service ? { name: service.name, route: routeOfService(service, webhooks.smsUrl) } : null;
	};
	// Read after the carrier was asked: what was bought in between is here already.
	const [here, underway, people] = await db.batch([
		db
			.select({
				id: phoneNumbers.id,
				number: phoneNumbers.number,
				carrierId: phoneNumbers.carrierId,
				releasingAt: phoneNumbers.releasingAt,
				extensionId: phoneNumbers.extensionId,
			})
			.from(phoneNumbers),
		db
			.select({ number: numberOrders.number })
			.from(numberOrders)
			.where(sql`status IN ('buying', 'bought', 'releasing')`),
		db.select({ id: extensions.id, ext: extensions.ext }).from(extensions),
	]);
	const extOf = new Map(people.map(({ id, ext }) => [id, ext]));
	const beingReleased = here.filter(({ releasingAt }) => releasingAt !== null);
	const troubles = compareNumbers(
		there.value.map((number) => ({
			carrierId: number.carrierId,
			number: number.number,
			boughtFor: extOf.get(readExtensionLabel(number.label) ?? "") ?? null,
			drift: findDrift(number, webhooks),
			service: serviceOf(number.number),
			capabilities: number.capabilities,
		})),
		here.map((number) => ({ ...number, ext: extOf.get(number.extensionId ?? "") ?? null })),
		new Set([...underway, ...beingReleased].map(({ number }) => number)),
	);
	await storeCheck(ctx, { checkedAt, troubles });
	return accept({ checkedAt: checkedAt.toISOString(), troubles });
}
