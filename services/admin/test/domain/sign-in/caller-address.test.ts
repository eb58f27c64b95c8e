import { expect, it } from "vitest";
import { callerAddress } from "../../../src/access/caller-address.ts";

const addressOf = (address?: string) =>
	callerAddress(
		new Request("https://pbx.example.com", { headers: address ? { "cf-connecting-ip": address } : {} }),
	);

it.each([
	["2600:3c00::1:2:3:4", "2600:3c00::5:2:3:4"],
	["2001:db8::1", "2001:db8::2"],
	["2001:db8::1", "2001:0DB8:0000:0000:1:2:3:4"],
	["2001:db8:0:7::", "2001:db8:0:7:ffff::1"],
	["::2", "::3"],
	["1:2:3:4:5:6:7:8", "1:2:3:4::"],
])("counts %s and %s as one: they are in the same /64", (one, other) => {
	expect(addressOf(one)).toBe(addressOf(other));
});

it.each([
	["2600:3c00::1:2:3:4", "2600:3c01::1:2:3:4"],
	["2001:db8::1", "2001:db8:0:1::1"],
	["2001:db8:1::", "2001:db8::1"],
	["::1:2:3:4:5", "::2:2:3:4:5"],
	["203.0.113.9", "203.0.113.10"],
	["::ffff:203.0.113.9", "::ffff:203.0.113.10"],
])("counts %s and %s by themselves", (one, other) => {
	expect(addressOf(one)).not.toBe(addressOf(other));
});

it("takes an IPv4 address as it is, also when it is written as IPv6", () => {
	expect(addressOf("203.0.113.9")).toBe("203.0.113.9");
	expect(addressOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
	expect(addressOf("::FFFF:203.0.113.9")).toBe("203.0.113.9");
});

it.each([undefined, "::1", "127.0.0.1", "::ffff:127.0.0.1"])("says nothing of %s", (address) => {
	expect(addressOf(address)).toBeNull();
});
