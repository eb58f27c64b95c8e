import type { ServiceDiagnosis, WebhookProbe } from "@cloudpbx/contracts/diagnosis";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { type CarrierFacts, carrierChecks } from "@cloudpbx/domain/diagnosis/carrier-checks";
import { runChecks } from "@cloudpbx/domain/diagnosis/check";
import { workerChecks } from "@cloudpbx/domain/diagnosis/worker-checks";
import { dayMilliseconds } from "@cloudpbx/domain/time-units";
import { fingerprintSecrets, listMissingSecrets } from "@cloudpbx/kit/fingerprint-secrets";
import { describeError, log } from "@cloudpbx/kit/log";
import { explainAlert } from "@cloudpbx/twilio/explain-carrier-code";
import { countAlerts } from "@cloudpbx/twilio/rest/alerts";
import { lookAtAccount } from "@cloudpbx/twilio/rest/look-at-account";
import { readCostOfYesterday } from "@cloudpbx/twilio/rest/read-cost";
import type { Context } from "../context.ts";
import { checkNumbers } from "./check-numbers.ts";
import { listOurSenders } from "./read-registration.ts";

export async function diagnose(ctx: Context): Promise<Result<ServiceDiagnosis>> {
	const { account, addressFault, carrier, now } = ctx;
	const sight = await lookAtAccount(account, now);
	const isOpen = sight.kind === "known" && sight.isActive;
	const [check, senders, alerts, cost, numberCount] = await Promise.all([
		isOpen && addressFault === null ? orNull("numbers", checkNumbers(ctx)) : null,
		isOpen ? orNull("senders", listOurSenders(ctx)) : null,
		isOpen ? orNull("alerts", countAlerts(carrier, new Date(now().getTime() - dayMilliseconds))) : null,
		isOpen ? orNull("cost", readCostOfYesterday(carrier)) : null,
		ctx.db.$count(phoneNumbers),
	]);
	const facts: CarrierFacts = {
		account: sight,
		troubles: check?.troubles ?? (addressFault === null ? null : []),
		numberCount,
		alerts: alerts?.map((alert) => ({ ...alert, words: explainAlert(Number(alert.code)) })) ?? null,
		cost,
		isRegistrationKnown: senders !== null,
	};
	const secrets = { TWILIO_ACCOUNT_SID: account.accountSid, TWILIO_AUTH_TOKEN: account.authToken };
	return accept({
		findings: [
			...runChecks(workerChecks, {
				service: "provisioning",
				addressFault,
				missingSecrets: listMissingSecrets(secrets),
				models: [],
				queues: [],
				now: now(),
			}),
			...runChecks(carrierChecks, facts),
			// The number check reports a service together with the number's repair.
			...(senders ?? []).flatMap(({ findings }) => findings).filter(({ id }) => !id.startsWith("texts_")),
		],
		probes: addressFault === null ? outsideFallback(ctx) : [],
		credentials: await fingerprintSecrets(secrets),
	});
}

/** An address of others that takes calls when voice does not answer: the probe only asks whether it is there. */
function outsideFallback({ webhooks: { voiceUrl, voiceFallbackUrl: url } }: Context): WebhookProbe[] {
	if (new URL(url).origin === new URL(voiceUrl).origin) return [];
	return [{ id: "fallback", purpose: "fallback", url, signed: null, isOurs: false }];
}

async function orNull<Value>(
	what: string,
	asked: Promise<{ ok: true; value: Value } | { ok: false }>,
): Promise<Value | null> {
	try {
		const answer = await asked;
		return answer.ok ? answer.value : null;
	} catch (error) {
		log.error("diagnosis_incomplete", { what, reason: describeError(error) });
		return null;
	}
}
