import type { WebhookProbe } from "@cloudpbx/contracts/diagnosis";
import { signWebhook } from "./sign-webhook.ts";

/** A signed request, tried from outside: shows whether the address accepts the carrier's signature. */
export function signedProbe(
	account: { authToken: string; publicUrl: string },
	purpose: WebhookProbe["purpose"],
	path: string,
): WebhookProbe {
	const url = `${account.publicUrl.replace(/\/+$/, "")}${path}`;
	// A webhook acts upon none of these parameters.
	const params = { SelfTest: "doctor" };
	const signature = signWebhook(account.authToken, url, params);
	const body = new URLSearchParams(params).toString();
	return { id: path, purpose, url, signed: { body, signature }, isOurs: true };
}

/** A request without a signature, tried from outside: the address must refuse it. */
export function unsignedProbe(
	publicUrl: string,
	purpose: WebhookProbe["purpose"],
	path: string,
): WebhookProbe {
	return { id: path, purpose, url: `${publicUrl.replace(/\/+$/, "")}${path}`, signed: null, isOurs: true };
}
