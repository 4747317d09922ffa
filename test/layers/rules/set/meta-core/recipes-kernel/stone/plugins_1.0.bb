PACKAGES_DYNAMIC = "^plugin-.* ^extra-[a-z]+$ middle-.*"
