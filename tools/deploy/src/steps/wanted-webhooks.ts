import { type NumberWebhooks, webhooksOf } from "@cloudpbx/twilio/rest/rented-number";
import { type Deployment, getFact } from "../deployment.ts";

export function wantedWebhooks(deployment: Deployment): NumberWebhooks {
	const { voice, messaging } = getFact(deployment, "addresses");
	return webhooksOf({
		voiceUrl: voice,
		messagingUrl: messaging,
		fallbackUrl: getFact(deployment, "fallbackUrl"),
	});
}
