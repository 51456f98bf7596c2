import { Gallery } from "../gallery/gallery.tsx";

const families = ["inequality", "convergence", "hierarchy"];

export default function Disparity() {
  return <Gallery screen="disparity" families={families} />;
}
