import { queueAgeMilliseconds } from "@cloudpbx/kit/queue-age";
import { expect, it } from "vitest";

const job = { timestamp: new Date("2026-11-30T12:00:00.000Z") };

it("counts from the moment at which a job was queued", () => {
	expect(queueAgeMilliseconds(job, new Date("2026-11-30T12:00:01.250Z"))).toBe(1250);
});

it("is 0 when the queue's clock is ahead of ours", () => {
	expect(queueAgeMilliseconds(job, new Date("2026-11-30T11:59:59.000Z"))).toBe(0);
});
