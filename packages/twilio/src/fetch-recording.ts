import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { basicAuthorization } from "./basic-authorization.ts";
import type { CarrierAccount } from "./carrier-account.ts";

export type { CarrierAccount } from "./carrier-account.ts";

export type FetchedRecording = { ok: true; audio: ArrayBuffer } | { ok: false; reason: string };

const timeoutDefault = 20_000;

/**
 * Fetches a recording as MP3; ten minutes are about 5 MB. The address is our own configuration, so no other host
 * gets the credentials. Every failure may be retried: a new recording answers 404 for some seconds.
 */
export async function fetchRecording(
	carrier: CarrierAccount,
	recordingSid: string,
	{ timeoutMilliseconds = timeoutDefault }: { timeoutMilliseconds?: number } = {},
): Promise<FetchedRecording> {
	const url = `${trimEndSlashes(carrier.apiUrl)}/2010-04-01/Accounts/${carrier.accountSid}/Recordings/${recordingSid}.mp3`;
	try {
		const response = await fetch(url, {
			headers: { authorization: basicAuthorization(carrier) },
			signal: AbortSignal.timeout(timeoutMilliseconds),
		});
		if (!response.ok) {
			await response.body?.cancel();
			return { ok: false, reason: `carrier answered ${response.status}` };
		}
		const audio = await response.arrayBuffer();
		return isMp3(audio) ? { ok: true, audio } : { ok: false, reason: "carrier answered with no MP3" };
	} catch (error) {
		const word =
			error instanceof Error && error.name === "TimeoutError" ? "did not answer in time" : "unreachable";
		return { ok: false, reason: `carrier ${word}` };
	}
}

/** An MPEG frame begins with eleven set bits (ISO/IEC 11172-3); an ID3 tag may stand before it. */
function isMp3(audio: ArrayBuffer): boolean {
	const [first = 0, second = 0, third = 0] = new Uint8Array(audio.slice(0, 3));
	const isFrame = first === 0xff && (second & 0xe0) === 0xe0;
	return isFrame || String.fromCharCode(first, second, third) === "ID3";
}
