import { expect, it } from "vitest";
import { findKeyword } from "../../src/messages/opt-outs/keywords.ts";

it.each([
	["Stop", "stop", "stop"],
	[" UNSUBSCRIBE\n", "stop", null],
	["OptOut", "stop", null],
	["yes", "start", null],
	["UNSTOP", "start", "start"],
	["info", "help", "help"],
	["stop it", null, null],
	["opt out", null, null],
	["", null, null],
])("reads %j as %s on a long code and as %s on a toll-free number", (body, onLongCode, onTollFree) => {
	expect([findKeyword("local", body), findKeyword("toll-free", body)]).toEqual([onLongCode, onTollFree]);
});
