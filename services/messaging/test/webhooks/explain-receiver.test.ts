import { describe, expect, it } from "vitest";
import { explainReceiver } from "../../src/webhooks/explain-receiver.ts";

const outside = (url: string) => explainReceiver(url, { isLoopbackAllowed: false });
const local = (url: string) => explainReceiver(url, { isLoopbackAllowed: true });

describe("an address of a receiver", () => {
	it.each([
		"https://hooks.acme.co/cloudpbx?token=1",
		"https://acme.co:8443/",
		"https://8.8.8.8/",
		"https://172.32.0.1/",
		"https://[2606:4700::1111]/",
		"https://localhost.acme.co/",
		"https://hooks.internal.acme.co/",
	])("may be %s", (url) => {
		expect(outside(url)).toBeNull();
	});

	it.each([
		"https://localhost/",
		"https://LOCALHOST./",
		"https://a.localhost/",
		"https://printer.local/",
		"https://metadata.google.internal/",
		"https://intranet/",
		"https://127.0.0.1/",
		"https://127.1/",
		"https://2130706433/",
		"https://0x7f000001/",
		"https://0177.0.0.1/",
		"https://0/",
		"https://10.1.2.3/",
		"https://100.64.0.1/",
		"https://169.254.169.254/latest/meta-data",
		"https://172.16.0.1/",
		"https://172.31.255.255/",
		"https://192.168.0.1/",
		"https://224.0.0.1/",
		"https://255.255.255.255/",
		"https://127.0.0.1.nip.io/",
		"https://localtest.me/",
		"https://[::1]/",
		"https://[::]/",
		"https://[::ffff:10.0.0.1]/",
		"https://[::ffff:a00:1]/",
		"https://[64:ff9b::a00:1]/",
		"https://[fe80::1]/",
		"https://[fd12::1]/",
		"https://[fec0::1]/",
		"https://[ff02::1]/",
		"https://[2002:7f00:1::]/",
		"https://[2001:0:1::]/",
		"https://[2001:db8::1]/",
		"https://⑯⑨。②⑤④。⑯⑨。②⑤④/",
		"https://１２７.0.0.1/",
	])("may not be %s: it leads into a private network", (url) => {
		expect(outside(url)).toMatch(/private network/);
	});

	it.each([
		["http://acme.co/", /https/],
		["ftp://acme.co/", /https/],
		["javascript:alert(1)", /https/],
		["acme.co", /no address/],
		["", /no address/],
		["https://", /no address/],
		["https://user:word@acme.co/", /password/],
	])("may not be %s", (url, words) => {
		expect(outside(url)).toMatch(words);
	});

	it("may be this machine in the local mesh, by plain http too, and no other private one", () => {
		expect(local("http://localhost:9999/hook")).toBeNull();
		expect(local("http://127.0.0.1:9999/hook")).toBeNull();
		expect(local("http://[::1]:9999/hook")).toBeNull();
		expect(local("https://localhost/")).toBeNull();
		expect(local("http://10.0.0.1/")).toMatch(/https/);
		expect(local("https://169.254.169.254/")).toMatch(/private network/);
		expect(local("http://acme.co/")).toMatch(/https/);
		expect(local("ftp://localhost/")).toMatch(/https/);
	});
});
