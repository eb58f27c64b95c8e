import { type NumberWebhooks, webhooksOf } from "@cloudpbx/twilio/rest/rented-number";
import { type Deployment, known } from "../deployment.ts";

export function wantedWebhooks(deployment: Deployment): NumberWebhooks {
	const { voice, messaging } = known(deployment, "addresses");
	return webhooksOf({
		voiceUrl: voice,
		messagingUrl: messaging,
		fallbackUrl: known(deployment, "fallbackUrl"),
	});
}
