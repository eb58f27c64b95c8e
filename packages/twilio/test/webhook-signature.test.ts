import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { collectParams, isSigned, readSignedWebhook } from "../src/webhook-signature.ts";

/** The token of Twilio's published examples: too short to be believed by the door. */
const publishedToken = "12345";
const authToken = "a".repeat(32);
const params = {
	CallSid: "CA1234567890ABCDE",
	Caller: "+14158675309",
	Digits: "1234",
	From: "+14158675309",
	To: "+18005551212",
};
const url = "https://mycompany.com/myapp.php?foo=1&bar=2";

function isPublishedSignature(
	signature: string,
	address: string,
	body?: [string, string][] | Record<string, string>,
): boolean {
	const url = new URL(address);
	const account = { authToken: publishedToken, publicUrl: url.origin };
	return isSigned(account, signature, url, collectParams(new URLSearchParams(body)));
}

/** The request arrives at another host than the configured public one. */
async function isBelieved(
	signature: string,
	address: string,
	body?: [string, string][] | Record<string, string>,
) {
	const { origin, pathname, search } = new URL(address);
	const request = new Request(`https://worker.internal${pathname}${search}`, {
		method: body ? "POST" : "GET",
		headers: { "x-twilio-signature": signature },
		body: body ? new URLSearchParams(body) : undefined,
	});
	return (await readSignedWebhook(request, { authToken, publicUrl: origin })).ok;
}

describe("Twilio's published signatures", () => {
	it.each([
		["form body", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", url, params],
		["no parameters", "zYQTYrRWXE7LtzbG4PfP7/bkkGo=", url, undefined],
		["signed with port 443", "kvajT1Ptam85bY51eRf/AJRuM3w=", url, params],
		[
			"http with its port",
			"Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
			url.replace("https://mycompany.com", "http://mycompany.com:1234"),
			params,
		],
		["http signed with port 80", "0ZXoZLH/DfblKGATFgpif+LLRf4=", url.replace("https", "http"), params],
		["quote, literal", "dsq4Ehbj6cs+KdTkpF5sSSplOWw=", `${url}&Body=It's+amazing`, params],
		[
			"emoji and trailing space",
			"adXjJfX0AvSUdaXlNJ/h+28FU4Y=",
			"https://example.com/sms",
			{ Body: "Héllo 👋 ", From: "+15005550006", NumMedia: "0" },
		],
		[
			"empty body",
			"8IqGL3309TWGP3/ISMzodWPkWWM=",
			"https://example.com/sms",
			{ Body: "", From: "+15005550006" },
		],
		[
			"GET with parameters in the query",
			"S9Lett9aJZZmit9wJ/XodAvYjnE=",
			"https://example.com/voice?CallSid=CA1&From=%2B15005550006&To=%2B15005550001",
			undefined,
		],
		["byte order of names", "FO/q/tPfOR4k8JNlZ2mkzxK3eq0=", url, { a: "1", B: "2", _c: "3" }],
	] as const)("are believed: %s", (_, signature, address, body) => {
		expect(isPublishedSignature(signature, address, body)).toBe(true);
		expect(isPublishedSignature(signature, `${address}${address.includes("?") ? "&" : "?"}x=1`, body)).toBe(
			false,
		);
	});

	it("are believed when a name is sent more than once, in any order", () => {
		const name = "MessagingBinding.Address";
		const lists: [string, string][][] = [
			[
				[name, "+1325xxxxxxx"],
				[name, "+1415xxxxxxx"],
			],
			[
				[name, "+1415xxxxxxx"],
				[name, "+1325xxxxxxx"],
			],
		];
		for (const list of lists)
			expect(isPublishedSignature("83O6e2vORAoJHUNzJjDWN1jz+BA=", url, list)).toBe(true);
	});
});

describe("our own address", () => {
	const sign = (address: string) => createHmac("sha1", authToken).update(address).digest("base64");

	it("may be configured with or without a slash at its end", async () => {
		const request = () =>
			new Request("https://worker.internal/ivr/inbound", {
				headers: { "x-twilio-signature": sign("https://pbx.example.com/ivr/inbound") },
			});
		for (const publicUrl of ["https://pbx.example.com", "https://pbx.example.com/"]) {
			expect((await readSignedWebhook(request(), { authToken, publicUrl })).ok).toBe(true);
		}
	});

	it("may be asked for with or without a slash at its end", async () => {
		expect(await isBelieved(sign("https://a.com/ivr/inbound/"), "https://a.com/ivr/inbound")).toBe(true);
		expect(await isBelieved(sign("https://a.com/ivr/inbound"), "https://a.com/ivr/inbound/")).toBe(true);
	});

	it("is never taken from the Host header", async () => {
		const request = new Request("https://attacker.example/ivr/inbound", {
			headers: { "x-twilio-signature": sign("https://attacker.example/ivr/inbound") },
		});
		const verdict = await readSignedWebhook(request, { authToken, publicUrl: "https://pbx.example.com" });
		expect(verdict).toMatchObject({ ok: false, status: 403, reason: "signature wrong" });
	});
});

it("refuses thousands of names before it computes anything with them", async () => {
	const body = Array.from({ length: 9000 }, (_, index) => `p${index}=`).join("&");
	const headers = { "x-twilio-signature": "x", "content-type": "application/x-www-form-urlencoded" };
	const request = () => new Request(url, { method: "POST", headers, body });
	const result = await readSignedWebhook(request(), { authToken, publicUrl: "https://mycompany.com" });
	expect(result).toMatchObject({ ok: false, status: 413 });
});

it("takes any name for a name", async () => {
	const body: [string, string][] = [
		["__proto__", "a"],
		["constructor", "b"],
		["__proto__", "c"],
	];
	const data = `https://mycompany.com/x__proto__a__proto__cconstructorb`;
	const signature = createHmac("sha1", authToken).update(data).digest("base64");
	const headers = { "x-twilio-signature": signature };
	const request = new Request("https://mycompany.com/x", {
		method: "POST",
		headers,
		body: new URLSearchParams(body),
	});
	const result = await readSignedWebhook(request, { authToken, publicUrl: "https://mycompany.com" });
	expect(result.ok && Object.entries(result.params)).toEqual([
		["__proto__", "a"],
		["constructor", "b"],
	]);
	expect(result.ok && [...result.values]).toEqual([
		["__proto__", ["a", "c"]],
		["constructor", ["b"]],
	]);
});

it("reads a body up to 64 kB and no further", async () => {
	const post = (bytes: number) =>
		readSignedWebhook(
			new Request("https://a.com/x", {
				method: "POST",
				headers: { "x-twilio-signature": "x" },
				body: `a=${"b".repeat(bytes - 2)}`,
			}),
			{ authToken, publicUrl: "https://a.com" },
		);
	expect(await post(65_536)).toMatchObject({
		status: 403,
		answer: "This address answers signed webhooks only.",
	});
	const answer = expect.stringContaining("at most 65536 bytes");
	expect(await post(65_537)).toMatchObject({ status: 413, answer });
});

it.each(["", " ".repeat(40), "12345", "a".repeat(15)])(
	"refuses everything signed with an empty or short token: %j",
	async (weak) => {
		const publicUrl = "https://pbx.example.com";
		const signature = createHmac("sha1", weak).update(`${publicUrl}/ivr/inbound`).digest("base64");
		const headers = { "x-twilio-signature": signature };
		const request = new Request("https://worker.internal/ivr/inbound", { headers });
		const verdict = await readSignedWebhook(request, { authToken: weak, publicUrl });
		expect(verdict).toMatchObject({ ok: false, status: 403, reason: "auth token not set or too short" });
	},
);
