import type { WebhookProbe } from "@cloudpbx/contracts/diagnosis";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { signWebhook } from "./sign-webhook.ts";

/** A signed request that shows whether the address accepts the carrier's signature. */
export function signedProbe(
	account: { authToken: string; publicUrl: string },
	purpose: WebhookProbe["purpose"],
	path: string,
): WebhookProbe {
	const url = `${trimEndSlashes(account.publicUrl)}${path}`;
	const params = { SelfTest: "doctor" };
	const signature = signWebhook(account.authToken, url, params);
	const body = new URLSearchParams(params).toString();
	return { id: path, purpose, url, signed: { body, signature }, isOurs: true };
}

/** An unsigned request that the address must refuse. */
export function unsignedProbe(
	publicUrl: string,
	purpose: WebhookProbe["purpose"],
	path: string,
): WebhookProbe {
	return { id: path, purpose, url: `${trimEndSlashes(publicUrl)}${path}`, signed: null, isOurs: true };
}
