import { createExecutionContext } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { MessagingService } from "../../src/rpc.ts";
import { foundCompany, testEnv } from "./company.ts";

beforeAll(foundCompany);

const rpc = new MessagingService(createExecutionContext(), testEnv);

it("refuses what is not of the form, in words", async () => {
	expect(await rpc.sendTexts([{ id: "nonsense" } as never])).toMatchObject({
		ok: false,
		error: { code: "bad_input", message: expect.stringContaining("id:") },
	});
});

it("is not healthy at the placeholder of its address", async () => {
	expect(await rpc.health()).toMatchObject({
		ok: false,
		error: { code: "precondition_failed", message: expect.stringContaining("placeholder") },
	});
});
