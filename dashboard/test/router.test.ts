import { expect, it } from "vitest";
import { matchPath, withQuery } from "../src/router.ts";

it.each([
	["/", "/", {}],
	["/inbox/:conversationId?", "/inbox", {}],
	["/inbox/:conversationId?", "/inbox/", {}],
	["/inbox/:conversationId?", "/inbox/conv_1", { conversationId: "conv_1" }],
	["/inbox/:conversationId?", "/inbox/conv_1/more", null],
	["/inbox/:conversationId?", "/inboxes", null],
	["/contacts/:number", "/contacts/%2B14155550153", { number: "+14155550153" }],
	["/contacts/:number", "/contacts", null],
	["/contacts/:number", "/contacts/%", { number: "%" }],
	["/", "/inbox", null],
])("matches %s with %s", (pattern, path, params) => expect(matchPath(pattern, path)).toEqual(params));

it("keeps the other filters when one changes", () => {
	const place = { path: "/calls", params: {}, query: new URLSearchParams("outcome=missed&ext=101") };
	expect(withQuery(place, { outcome: null })).toBe("/calls?ext=101");
	expect(withQuery(place, { outcome: null, ext: null })).toBe("/calls");
	expect(withQuery(place, { number: "+1 & 2" })).toBe("/calls?outcome=missed&ext=101&number=%2B1+%26+2");
});
