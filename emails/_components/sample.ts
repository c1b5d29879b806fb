import { brand } from "../brand.ts";
import type { CompanyProps, LinkProps, PersonProps } from "./frame.tsx";

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 526 276"><rect width="526" height="276" fill="#0b6a60"/><circle cx="404" cy="84" r="46" fill="#f0b65a"/><path d="M0 216 130 120l92 70 96-84 208 134v36H0z" fill="#084c45"/><path d="M0 250 160 180l120 60 110-50 136 60v26H0z" fill="#063a35"/></svg>`;

const company = {
  name: brand.name ?? "Tidewater Planning",
  whatWeDo:
    "We plan delivery routes for fleets of ten to two hundred trucks, and keep the plan right while the day goes wrong.",
  website: "https://tidewater.example/",
  postalAddress: brand.address ?? "Tidewater Planning Ltd, 14 Quay Street, Bristol BS1 4RB, United Kingdom",
} satisfies CompanyProps;

const person: PersonProps = {
  greeting: "Hi Ana,",
  forWhom: "you and the team at Northwind",
  address: "ana@northwind.example",
  repName: "Maya Okafor",
  repLine: `Account executive, ${company.name}`,
  repInitial: "M",
};

const links: LinkProps = {
  read: "https://tidewater.example/read",
  meeting: "https://tidewater.example/meet",
  pricing: "https://tidewater.example/pricing",
  unsubscribe: "https://tidewater.example/unsubscribe",
  preferences: "https://tidewater.example/preferences",
};

/** What the preview server fills the templates with; the picture is drawn here so that it needs no network. */
export const sample = { company, person, links, image: `data:image/svg+xml,${encodeURIComponent(picture)}` };
