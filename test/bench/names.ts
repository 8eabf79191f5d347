/** Made-up people: common US given and family names, accents included. Any likeness to a person is chance. */

export const givenNames = (
  "Sofía José Zoë Renée Mía Ángel Noël Chloë Inés Jesús Lucía Andrés Beyoncé Siân Núria Raúl Emma Liam Olivia Noah Ava Ethan " +
  "Isabella Mason Camila Logan Harper Lucas Evelyn Jackson Abigail Aiden Emily Samuel Avery Sebastian Ella David Scarlett " +
  "Carter Grace Wyatt Lily Jayden Aria John Riley Owen Zoey Dylan Layla Luke Nora Gabriel Hazel Anthony Penelope Isaac Lillian " +
  "Grayson Leah Jack Aurora Julian Savannah Levi Audrey Christopher Brooklyn Joshua Bella Andrew Claire Lincoln Skylar Mateo " +
  "Lucy Ryan Paisley Jaxon Everly Nathan Anna Aaron Caroline Isaiah Nova Thomas Genesis Charles Emilia Caleb Kennedy Josiah"
).split(" ");

export const familyNames = (
  "García Muñoz Peña Ibáñez Núñez Gutiérrez Márquez Cañizares Béland Müller Łukasik Nguyễn D’Angelo O'Brien Smith Johnson " +
  "Williams Brown Jones Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson " +
  "Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres " +
  "Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz " +
  "Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey"
).split(" ");

export const courseTitles = [
  "Algebra I",
  "Algebra II",
  "American Sign Language",
  "Art, Drawing and Painting",
  "Biology",
  "Biology, Honors",
  "Chemistry",
  "Computer Science Principles",
  "Earth Science",
  "Economics",
  "English Language Arts",
  "English Language Arts, Pre-AP",
  "Español para hispanohablantes",
  "Français III",
  "Geometry",
  "Health",
  "Music, Band",
  "Music, Choir",
  "Physical Education",
  "Physics",
  "Reading",
  "Social Studies",
  "Spanish II",
  "Theater, Production",
  "U.S. History",
  "World Geography",
] as const;

export const grades = ["KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const;
