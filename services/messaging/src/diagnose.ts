import { probeModels } from "@cloudpbx/assistant/models/probe-models";
import type { ServiceDiagnosis } from "@cloudpbx/contracts/diagnosis";
import { runChecks } from "@cloudpbx/domain/diagnosis/check";
import { workerChecks } from "@cloudpbx/domain/diagnosis/worker-checks";
import { explainAddress } from "@cloudpbx/domain/public-address";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { fingerprintSecrets, listMissingSecrets } from "@cloudpbx/kit/fingerprint-secrets";
import { readQueues } from "@cloudpbx/kit/read-queues";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { signedProbe, unsignedProbe } from "@cloudpbx/twilio/probe-webhooks";
import type { Context } from "./context.ts";

export function readHealth(env: MessagingEnv) {
	const fault = explainAddress("PUBLIC_URL", env.PUBLIC_URL) ?? explainAuthToken(env.TWILIO_AUTH_TOKEN);
	return checkHealth("messaging", env.DB, fault);
}

export async function diagnose({
	account,
	publicUrl,
	ai,
	models,
	replyQueue,
	jobQueue,
	now,
}: Context): Promise<ServiceDiagnosis> {
	const secrets = { TWILIO_ACCOUNT_SID: account.accountSid, TWILIO_AUTH_TOKEN: account.authToken };
	const facts = {
		service: "messaging",
		addressFault: explainAddress("PUBLIC_URL", publicUrl),
		missingSecrets: listMissingSecrets(secrets),
		models: await probeModels(ai, models),
		queues: await readQueues({ "assistant-replies": replyQueue, "message-jobs": jobQueue }),
		now: now(),
	};
	const canBeTried = facts.addressFault === null && facts.missingSecrets.length === 0;
	return {
		findings: runChecks(workerChecks, facts),
		probes: canBeTried
			? [
					signedProbe({ authToken: account.authToken, publicUrl }, "texts", "/sms/self-test"),
					unsignedProbe(publicUrl, "texts", "/sms/inbound"),
					unsignedProbe(publicUrl, "texts", "/sms/status"),
				]
			: [],
		credentials: await fingerprintSecrets(secrets),
	};
}
