import { basicAuthorization } from "./basic-authorization.ts";

/** Where the carrier answers and who we are to it. `apiUrl` is https://api.twilio.com outside of development. */
export interface CarrierAccount {
	apiUrl: string;
	accountSid: string;
	authToken: string;
}

export type FetchedRecording =
	| { ok: true; audio: ReadableStream<Uint8Array>; bytes: number | null }
	| { ok: false; reason: string };

/** Twilio answers within seconds or not at all; a queue consumer has better things to do than to wait. */
const timeoutMilliseconds = 20_000;

/**
 * A recording as MP3. The address is built from our own configuration, never taken from a callback, so the
 * credentials go to no other host. Every refusal is worth another try: a fresh recording answers 404 for some seconds.
 */
export async function fetchRecording(
	carrier: CarrierAccount,
	recordingSid: string,
): Promise<FetchedRecording> {
	const url = `${carrier.apiUrl.replace(/\/+$/, "")}/2010-04-01/Accounts/${carrier.accountSid}/Recordings/${recordingSid}.mp3`;
	try {
		const response = await fetch(url, {
			headers: { authorization: basicAuthorization(carrier) },
			signal: AbortSignal.timeout(timeoutMilliseconds),
		});
		if (response.ok && response.body) {
			const length = response.headers.get("content-length");
			return { ok: true, audio: response.body, bytes: length === null ? null : Number(length) };
		}
		await response.body?.cancel();
		return { ok: false, reason: `carrier answered ${response.status}` };
	} catch (error) {
		const word =
			error instanceof Error && error.name === "TimeoutError" ? "did not answer in time" : "unreachable";
		return { ok: false, reason: `carrier ${word}` };
	}
}
