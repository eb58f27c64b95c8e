import { type Refusal, refuse } from "@cloudpbx/contracts/errors";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import {
	findServicesOfNumbers,
	isDiverting,
	leaveTextsToNumbers,
} from "@cloudpbx/twilio/rest/messaging-services";
import type { Context } from "../context.ts";
import { explainForeignService } from "../domain/service-words.ts";
import { explainProblem } from "./explain-problem.ts";

/** Leaves a service alone that has numbers of others. Null when texts come here. Safe to repeat. */
export async function repairService(ctx: Context, number: string): Promise<Refusal | null> {
	const { db, carrier, webhooks } = ctx;
	const services = await findServicesOfNumbers(carrier);
	if (!services.ok) return explainProblem(services.problem);
	const service = services.value.get(number);
	if (!service || !isDiverting(service, webhooks.smsUrl)) return null;
	const ours = new Set(
		(await db.select({ number: phoneNumbers.number }).from(phoneNumbers)).map((row) => row.number),
	);
	const strangers = service.numbers.filter((other) => other !== number && !ours.has(other));
	if (strangers.length > 0)
		return refuse("precondition_failed", explainForeignService(number, service.name)).error;
	const left = await leaveTextsToNumbers(carrier, service.id);
	return left.ok ? null : explainProblem(left.problem);
}
