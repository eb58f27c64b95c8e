import { describe, expect, it } from "vitest";
import { signedUrl } from "../../src/webhooks/address.ts";
import { signRequest } from "../../src/webhooks/signature.ts";

const token = "12345";
const U = "https://mycompany.com/myapp.php?foo=1&bar=2";
const P = {
	CallSid: "CA1234567890ABCDE",
	Caller: "+14158675309",
	Digits: "1234",
	From: "+14158675309",
	To: "+18005551212",
};
const docs = { ...P, Caller: "+14158675310", From: "+14158675310" };
const bodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
const emptyHash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

/** Source: Twilio's documentation and the specs of its Node and Python SDKs. */
const vectors: [url: string, params: Record<string, string | string[]>, signature: string][] = [
	[U, P, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
	[U, {}, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="],
	["https://example.com/myapp.php?foo=1&bar=2", docs, "L/OH5YylLD5NRKLltdqwSvS0BnU="],
	["https://mycompany.com:443/myapp.php?foo=1&bar=2", P, "kvajT1Ptam85bY51eRf/AJRuM3w="],
	["http://mycompany.com:1234/myapp.php?foo=1&bar=2", P, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="],
	["http://mycompany.com:80/myapp.php?foo=1&bar=2", P, "0ZXoZLH/DfblKGATFgpif+LLRf4="],
	["https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", P, "CukzLTc1tT5dXEDIHm/tKBanW10="],
	["https://user:pass@mycompany.com:443/myapp.php?foo=1&bar=2", P, "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="],
	["https://user@mycompany.com/myapp.php?foo=1&bar=2", P, "2YRLlVAflCqxaNicjMpJcSTgzSs="],
	[`${U}&Body=It's+amazing`, P, "dsq4Ehbj6cs+KdTkpF5sSSplOWw="],
	[U, { "MessagingBinding.Address": ["+1325xxxxxxx", "+1415xxxxxxx"] }, "83O6e2vORAoJHUNzJjDWN1jz+BA="],
	[U, { "MessagingBinding.Address": ["+1415xxxxxxx", "+1325xxxxxxx"] }, "83O6e2vORAoJHUNzJjDWN1jz+BA="],
	[
		U,
		{ Sid: "CA123", SidAccount: "AC123", Digits: ["5678", "1234", "1234"] },
		"IK+Dwps556ElfBT0I3Rgjkr1wJU=",
	],
	[`${U}&bodySHA256=${bodyHash}`, {}, "a9nBmqA0ju/hNViExpshrM61xv4="],
	[`https://mycompany.com/myapp.php?bodySHA256=${bodyHash}`, {}, "y77kIzt2vzLz71DgmJGsen2scGs="],
	[`${U}&bodySHA256=${emptyHash}`, {}, "rw/jVviOgicj2+kHZULvebnA4ag="],
	[
		"https://example.com/sms",
		{ Body: "Héllo 👋 ", From: "+15005550006", NumMedia: "0" },
		"adXjJfX0AvSUdaXlNJ/h+28FU4Y=",
	],
	["https://example.com/sms", { Body: "", From: "+15005550006" }, "8IqGL3309TWGP3/ISMzodWPkWWM="],
	[
		"https://example.com/voice?CallSid=CA1&From=%2B15005550006&To=%2B15005550001",
		{},
		"S9Lett9aJZZmit9wJ/XodAvYjnE=",
	],
	["wss://example.com/relay", {}, "mbNFdPBlYbXhXfiw/E6CoJbYji0="],
	["wss://example.com/relay/", {}, "SdJXd5Km2RHudCSycpRyuzI2PT0="],
	[U, { a: "1", B: "2", _c: "3" }, "FO/q/tPfOR4k8JNlZ2mkzxK3eq0="],
];

describe("a signature", () => {
	it.each(vectors)("is Twilio's for %s with %o", async (url, params, signature) => {
		expect(await signRequest(token, url, params)).toBe(signature);
	});
});

describe("the signed form of a URL", () => {
	it.each([
		["https://example.com:8443/a?b=1", "https://example.com/a?b=1"],
		["http://example.com:8080/a?b=1", "http://example.com:8080/a?b=1"],
		["http://[::1]:8080/a", "http://[::1]:8080/a"],
		["https://user:pass@example.com/a", "https://example.com/a"],
		["http://localhost:8787/a?b=it's+on#rc=2&rp=all", "http://localhost:8787/a?b=it's+on"],
	])("of %s is %s", (url, signed) => {
		expect(signedUrl(url)).toBe(signed);
	});
});
