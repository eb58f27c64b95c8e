import type { WebhookProbe } from "@cloudpbx/contracts/diagnosis";
import { signWebhook } from "./sign-webhook.ts";

/** Whoever tries this address from outside learns whether it answers the carrier, and refuses everybody else. */
export function signedProbe(
	account: { authToken: string; publicUrl: string },
	purpose: WebhookProbe["purpose"],
	path: string,
): WebhookProbe {
	const url = `${account.publicUrl.replace(/\/+$/, "")}${path}`;
	// Nothing that a webhook would act upon.
	const params = { SelfTest: "doctor" };
	const signature = signWebhook(account.authToken, url, params);
	const body = new URLSearchParams(params).toString();
	return { id: path, purpose, url, signed: { body, signature }, isOurs: true };
}

/** Whoever tries this address without a signature must be refused. */
export function unsignedProbe(
	publicUrl: string,
	purpose: WebhookProbe["purpose"],
	path: string,
): WebhookProbe {
	return { id: path, purpose, url: `${publicUrl.replace(/\/+$/, "")}${path}`, signed: null, isOurs: true };
}
