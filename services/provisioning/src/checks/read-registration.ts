import { accept, type Result } from "@cloudpbx/contracts/errors";
import type { RegistrationCheck, SenderRegistration } from "@cloudpbx/contracts/extensions/registration";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { runChecks, sortFindings } from "@cloudpbx/domain/diagnosis/check";
import { canText, senderChecks } from "@cloudpbx/domain/diagnosis/sender-checks";
import type { CarrierResult } from "@cloudpbx/twilio/rest/carrier-result";
import { lookAtAccount } from "@cloudpbx/twilio/rest/look-at-account";
import { type KnownSender, readSenders } from "@cloudpbx/twilio/rest/read-senders";
import { asc } from "drizzle-orm";
import { explainProblem } from "../carrier/explain-problem.ts";
import type { Context } from "../context.ts";

export async function readRegistration(ctx: Context): Promise<Result<RegistrationCheck>> {
	const checkedAt = ctx.now().toISOString();
	const [sight, known] = await Promise.all([lookAtAccount(ctx.account, ctx.now), listOurSenders(ctx)]);
	if (!known.ok) return { ok: false, error: explainProblem(known.problem) };
	const accountType = sight.kind === "known" && sight.isTrial ? "trial" : "full";
	return accept({ checkedAt, accountType, senders: known.value });
}

export async function listOurSenders({
	db,
	carrier,
	country,
	webhooks,
}: Context): Promise<CarrierResult<SenderRegistration[]>> {
	const numbers = await db.select().from(phoneNumbers).orderBy(asc(phoneNumbers.number));
	const known = await readSenders(carrier, numbers, { country, smsUrl: webhooks.smsUrl });
	return known.ok ? { ok: true, value: known.value.map(toSender) } : known;
}

function toSender({ facts, service }: KnownSender): SenderRegistration {
	const { id, number, kind, verification, campaign, brand } = facts;
	const findings = sortFindings(runChecks(senderChecks, facts));
	return {
		numberId: id,
		number,
		kind,
		canText: canText(facts),
		tollFreeVerification: verification,
		brand,
		campaign: kind === "local" ? (campaign ?? { status: "none", reason: null }) : null,
		messagingService:
			service && facts.service
				? { id: service.id, name: service.name, inbound: facts.service.inbound }
				: null,
		findings,
		nextStep: findings[0]?.todo ?? null,
	};
}
