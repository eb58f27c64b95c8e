import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import { listModels } from "@cloudpbx/assistant/models/list-models";
import { probeModels, probeTranscription } from "@cloudpbx/assistant/models/probe-models";
import type { ServiceDiagnosis } from "@cloudpbx/contracts/diagnosis";
import { runChecks } from "@cloudpbx/domain/diagnosis/check";
import { workerChecks } from "@cloudpbx/domain/diagnosis/worker-checks";
import { explainAddress } from "@cloudpbx/domain/public-address";
import { fingerprintSecrets, listMissingSecrets } from "@cloudpbx/kit/fingerprint-secrets";
import { readQueues } from "@cloudpbx/kit/read-queues";
import { signedProbe, unsignedProbe } from "@cloudpbx/twilio/probe-webhooks";

export async function diagnose(env: VoiceEnv): Promise<ServiceDiagnosis> {
	const { PUBLIC_URL: publicUrl, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = env;
	// The type of Workers AI lists known models by name; our model names are configuration.
	const ai = env.AI as unknown as AiBinding;
	const [models, whisper] = await Promise.all([
		probeModels(ai, listModels(env)),
		probeTranscription(ai, env.AI_TRANSCRIPTION_MODEL),
	]);
	const secrets = { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN };
	const facts = {
		service: "voice",
		addressFault: explainAddress("PUBLIC_URL", publicUrl),
		missingSecrets: listMissingSecrets(secrets),
		models: [...models, whisper],
		queues: await readQueues({
			"voicemail-ingest": env.INGEST_QUEUE,
			"voicemail-ingest-dead": env.INGEST_DEAD_QUEUE,
		}),
		now: new Date(),
	};
	const account = { authToken: TWILIO_AUTH_TOKEN, publicUrl };
	const canBeTried = facts.addressFault === null && facts.missingSecrets.length === 0;
	return {
		findings: runChecks(workerChecks, facts),
		probes: canBeTried
			? [
					signedProbe(account, "calls", "/ivr/self-test"),
					signedProbe(account, "fallback", "/ivr/fallback"),
					unsignedProbe(publicUrl, "calls", "/ivr/inbound"),
					unsignedProbe(publicUrl, "calls", "/ivr/status"),
				]
			: [],
		credentials: await fingerprintSecrets(secrets),
	};
}
