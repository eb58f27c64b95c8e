import { expect, it } from "vitest";
import { findMainLine } from "../../../pages/domain/phones/find-main-line.ts";

const number = (phoneNumber: string) => ({ phoneNumber });

it("prefers a toll-free number", () => {
	expect(findMainLine([number("+14155550101"), number("+18335550100")])).toEqual(number("+18335550100"));
});

it("takes the first number when none is toll-free", () => {
	expect(findMainLine([number("+14155550101"), number("+14155550102")])).toEqual(number("+14155550101"));
});

it("finds none among no numbers", () => {
	expect(findMainLine([])).toBeNull();
});
