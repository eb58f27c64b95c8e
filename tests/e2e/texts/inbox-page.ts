import type { Locator, Page } from "playwright-core";
import type { Contact } from "../set-up/use-office.ts";

export const field = (page: Page): Locator => page.getByRole("textbox", { name: /^Text to/ });

export const row = (page: Page, { id }: Contact): Locator => page.locator(`main a[href^="/inbox/${id}"]`);
