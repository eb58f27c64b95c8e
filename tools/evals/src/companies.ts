import type { ReceptionCompany } from "@cloudpbx/assistant/receptionist/reception";
import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { demoCompany } from "@cloudpbx/local/demo-company";
import type { CompanyName } from "./utterance.ts";

interface EvaluatedCompany {
	company: ReceptionCompany;
	directory: DirectoryEntry[];
}

/** A plain company; two Janes and a reception; similar names without facts; and two with written purposes. */
export const companies: Readonly<Record<CompanyName, EvaluatedCompany>> = {
	acme: {
		company: {
			name: "Acme Corp",
			greeting: "We're here to help.",
			hoursText: "Monday to Friday, 9 a.m. to 5 p.m. Pacific time. Closed on public holidays.",
			factsText: [
				"We make and repair industrial pumps.",
				"Our office is at 500 Market Street, San Francisco.",
				"Parking: free for customers, behind the building.",
				"We accept credit cards and checks.",
				"Returns are possible within 30 days with a receipt.",
			].join("\n"),
		},
		directory: [
			{ ext: "101", name: "Jane Smith", department: "Sales" },
			{ ext: "102", name: "Sam Lee", department: "Support" },
			{ ext: "103", name: "Ana Ruiz", department: "Billing" },
		],
	},
	lakeside: {
		company: {
			name: "Lakeside Dental",
			greeting: "Good teeth, good day.",
			hoursText: "Monday to Thursday 8:00 to 18:00, Friday 8:00 to 13:00, closed on weekends.",
			factsText: [
				"Address: 12 Shore Road, Duluth, second floor.",
				"A cleaning costs $95.",
				"New patients are welcome.",
				"Email: hello@lakeside.example",
			].join("\n"),
		},
		directory: [
			{ ext: "110", name: "Maria Lopez", department: "Reception" },
			{ ext: "111", name: "Jane Miller", department: "Dentistry" },
			{ ext: "112", name: "Jane O'Neil", department: "Orthodontics" },
			{ ext: "113", name: "Robert Hill", department: "Accounts" },
			{ ext: "114", name: "Wei Zhang", department: "Dentistry" },
		],
	},
	northwind: {
		company: { name: "Northwind Freight", greeting: "", hoursText: "", factsText: "" },
		directory: [
			{ ext: "121", name: "Tom Becker", department: "Dispatch" },
			{ ext: "122", name: "Thomas Baker", department: "Claims" },
			{ ext: "123", name: "Priya Natarajan", department: "Human Resources" },
			{ ext: "124", name: "Bob Stone", department: "Customer Service" },
			{ ext: "125", name: "Catherine Dubois", department: null },
		],
	},
	demo: {
		company: { name: demoCompany.settings.companyName, ...demoCompany.settings },
		directory: demoCompany.extensions.map(({ ext, name, department, purpose }) => ({
			ext,
			name,
			department,
			purpose,
		})),
	},
	office: {
		company: {
			name: "Brightwater",
			greeting: "",
			hoursText: "Monday to Friday, 8 a.m. to 6 p.m. Eastern time.",
			factsText: "We make water filters for homes. Our office is at 9 Canal Street, Albany.",
		},
		directory: [
			{
				ext: "101",
				name: "Sean Murphy",
				department: "IT Helpdesk",
				purpose: "printers, passwords, laptops, the network, anything broken",
			},
			{
				ext: "102",
				name: "Catherine Okafor",
				department: "Human Resources",
				purpose: "applications, time off, payroll",
			},
			{ ext: "103", name: "John Smith", department: "Sales", purpose: "quotes, new orders, product samples" },
			{
				ext: "104",
				name: "Priya Raman",
				department: "Accounts Receivable",
				purpose: "invoices, statements, late payments, refunds",
			},
			{
				ext: "105",
				name: "Guadalupe Ortiz",
				department: "Facilities",
				purpose: "leaks, heating, keys, parking permits, cleaning",
			},
			{
				ext: "106",
				name: "Steven Wright",
				department: "Shipping",
				purpose: "tracking a package, damaged deliveries, returns",
			},
			{ ext: "107", name: "Thuy Nguyen", department: null, purpose: null },
			{ ext: "108", name: "Marie Dupont", department: "Marketing", purpose: null },
		],
	},
};
