import type { CarrierAccount } from "@cloudpbx/twilio/fetch-recording";

export function carrierOf(env: VoiceEnv): CarrierAccount {
	return {
		apiUrl: env.TWILIO_API_URL,
		accountSid: env.TWILIO_ACCOUNT_SID,
		authToken: env.TWILIO_AUTH_TOKEN,
	};
}
