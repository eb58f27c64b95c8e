import { expect, it } from "vitest";
import { renderReference } from "../../../src/domain/system/render-reference.ts";

it("shows an operation with its parameters, body, answers and who may use it, and runs nothing it is told", () => {
	const page = renderReference({
		info: { title: "Acme", description: "Times are in `UTC`." },
		components: { schemas: { Thing: { properties: { id: { type: "string" } }, required: ["id"] } } },
		paths: {
			"/api/things/{id}": {
				put: {
					tags: ["Things"],
					summary: "<script>alert(1)</script>",
					parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
					requestBody: {
						content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
					},
					responses: { 200: { description: "The `thing`." } },
					"x-access": "things:write",
				},
			},
		},
	});
	expect(page).toContain("Times are in <code>UTC</code>.");
	expect(page).toContain("Needs the scope <code>things:write</code>.");
	expect(page).toContain("<td><code>id</code></td><td>string</td><td>path, required</td>");
	expect(page).toContain("The <code>thing</code>.");
	expect(page).not.toContain("<script");
});
