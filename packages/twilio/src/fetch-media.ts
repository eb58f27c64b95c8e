import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { basicAuthorization } from "./basic-authorization.ts";
import type { CarrierAccount } from "./carrier-account.ts";

export type FetchedMedia =
	| { ok: true; bytes: Uint8Array<ArrayBuffer>; contentType: string }
	| { ok: false; reason: string; isPermanent: boolean };

export interface MediaRules {
	/** Hosts of media redirects besides the carrier's. They get no credentials. */
	hosts: readonly string[];
	bytesMax: number;
	/** Returns the type to store for an answer's type; null: the file is not kept. */
	keepAs: (contentType: string) => string | null;
}

const timeoutMilliseconds = 20_000;
const redirectsMax = 3;

/** The address is untrusted: only the carrier's host gets the credentials; redirects go to configured hosts. */
export async function fetchMedia(
	carrier: CarrierAccount,
	url: string,
	rules: MediaRules,
): Promise<FetchedMedia> {
	const home = new URL(carrier.apiUrl);
	let address = URL.canParse(url) ? new URL(url) : null;
	if (address?.origin !== home.origin || !address.pathname.startsWith(accountPathOf(home, carrier))) {
		return { ok: false, reason: "its address is not the carrier's", isPermanent: true };
	}
	try {
		for (let hop = 0; hop <= redirectsMax; hop++) {
			const response: Response = await fetch(address, {
				headers: address.origin === home.origin ? { authorization: basicAuthorization(carrier) } : {},
				redirect: "manual",
				signal: AbortSignal.timeout(timeoutMilliseconds),
			});
			const location: string | null = response.headers.get("location");
			if (location === null || response.status < 300 || response.status > 399)
				return await read(response, rules);
			await response.body?.cancel();
			address = URL.canParse(location, address.href) ? new URL(location, address.href) : null;
			if (address === null || !isKnown(address, home, rules.hosts)) {
				return { ok: false, reason: "it was redirected to an unknown host", isPermanent: true };
			}
		}
		return { ok: false, reason: "it was redirected too often", isPermanent: true };
	} catch (error) {
		const isLate = error instanceof Error && error.name === "TimeoutError";
		return {
			ok: false,
			reason: isLate ? "the carrier was too slow" : "the carrier is unreachable",
			isPermanent: false,
		};
	}
}

function accountPathOf(home: URL, carrier: CarrierAccount): string {
	return `${trimEndSlashes(home.pathname)}/2010-04-01/Accounts/${carrier.accountSid}/`;
}

function isKnown(address: URL, home: URL, hosts: readonly string[]): boolean {
	if (address.origin === home.origin) return true;
	return address.protocol === "https:" && address.port === "" && hosts.includes(address.hostname);
}

async function read(response: Response, rules: MediaRules): Promise<FetchedMedia> {
	const refuse = async (reason: string, isPermanent: boolean): Promise<FetchedMedia> => {
		await response.body?.cancel();
		return { ok: false, reason, isPermanent };
	};
	if (!response.ok) return refuse(`the carrier answered ${response.status}`, false);
	const contentType = rules.keepAs(response.headers.get("content-type") ?? "");
	if (contentType === null) return refuse("files of this type are not kept", true);
	if (Number(response.headers.get("content-length") ?? 0) > rules.bytesMax)
		return refuse("it is too large", true);
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.byteLength;
		if (length > rules.bytesMax) return { ok: false, reason: "it is too large", isPermanent: true };
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.byteLength;
	}
	return { ok: true, bytes, contentType };
}
